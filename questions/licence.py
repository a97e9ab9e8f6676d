"""What the bank's texts may be used under; the code has a licence of its own."""

NAME = "CC BY 4.0"
URL = "https://creativecommons.org/licenses/by/4.0/"
