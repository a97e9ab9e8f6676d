"""What gunicorn serves: ``prepsite.wsgi:application``."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from prepsite.readable import readable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prepsite.settings")
try:
    application = readable(get_wsgi_application())
except ImproperlyConfigured as error:
    sys.exit(f"prepsite cannot start: {error}")
