"""The settings of the embedded default, with mail that goes to ``MAIL_PORT`` on loopback and no quiet hours.

The worker of these tests runs on the clock of the machine, and that may say it is night.
"""

import os
from datetime import time

from mixen.settings import *  # noqa: F403

QUIET_HOURS = (time(0), time(0))
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = "127.0.0.1", int(os.environ["MAIL_PORT"]), 5
EMAIL_USE_TLS = EMAIL_USE_SSL = False
EMAIL_HOST_USER = EMAIL_HOST_PASSWORD = ""
