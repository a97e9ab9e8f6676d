"""``python -m bench.fill NUMBER``: a made-up bank of so many questions into the database that the environment names."""

import os
import sys

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.site"
    django.setup()
    from bench.bank import fill_database

    fill_database(int(sys.argv[1]))
