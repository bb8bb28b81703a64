"""Settings as production has them, with a clock that sweeps every second, mail to ``MAIL_PORT``, and no night."""

import os
from datetime import time

from mixen.settings import *  # noqa: F403
from mixen.settings import CELERY_BEAT_SCHEDULE

QUIET_HOURS = (time(0), time(0))
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = "127.0.0.1", int(os.environ.get("MAIL_PORT", "1")), 5
EMAIL_USE_TLS = EMAIL_USE_SSL = False
EMAIL_HOST_USER = EMAIL_HOST_PASSWORD = ""
SWEPT = {"send-messages", "resume-certificate-batches", "mail-copies"}
CELERY_BEAT_SCHEDULE = {
    name: {**job, "schedule": 1, "options": {"expires": 5}}
    for name, job in CELERY_BEAT_SCHEDULE.items()
    if name in SWEPT
}
CELERY_IMPORTS = ("tests.faults.tasks",)
