"""The settings of a running site, with the address that does nothing."""

from prepsite.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
