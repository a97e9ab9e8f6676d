"""What the site promises about security: headers, checks, sanitising, where to report, and what it is made of."""
