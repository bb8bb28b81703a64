"""The one settings file. Everything that differs per machine is read from the environment.

Development is the default; production asks for ``MIXEN_ENV=production`` and then refuses to start without its
secrets, so that no secret has a usable default outside development.
"""

from datetime import time
from pathlib import Path

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from mixen.public_pages import PUBLIC_URL_NAMES  # noqa: F401  (a setting, read by the middleware)

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

ENVIRONMENT = env.str("MIXEN_ENV", default="development")
if ENVIRONMENT not in {"development", "production"}:
    raise ImproperlyConfigured(f"MIXEN_ENV is {ENVIRONMENT!r}; it must be 'development' or 'production'.")
PRODUCTION = ENVIRONMENT == "production"
DEBUG = env.bool("DEBUG", default=False)  # even a laptop shows our own pages for errors, unless asked
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("DEBUG cannot be on in production: error pages would show personal data.")


def required(name: str, development: str) -> str:
    """A setting that production must give itself; ``development`` is what a laptop gets without asking."""
    value = env.str(name, default="")
    if PRODUCTION and not value:
        raise ImproperlyConfigured(f"Set {name} in the environment (see README.md, 'Deploy').")
    return value or development


SECRET_KEY = required("SECRET_KEY", "development-only-no-secret-development-only-no-secret-0123456789")
ALLOWED_HOSTS = [host for host in required("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",") if host]
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

# Applications -------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "mixen.apps.MixenConfig",
    "mixen.accounts",
    "projects",
    "participants",
    "matching",
    "excursions",
    "mixen.apps.MixenAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "simple_history",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "django_countries",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "mixen.cookies.CookieMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "participants.middleware.TabletMiddleware",
    "mixen.accounts.middleware.ShortSessionMiddleware",
    "mixen.accounts.middleware.LoginRequiredMiddleware",
    "mixen.accounts.middleware.SecondFactorMiddleware",
    "mixen.accounts.middleware.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "mixen.accounts.middleware.NoStoreMiddleware",
    "mixen.errors.DomainErrorMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "mixen.urls"
WSGI_APPLICATION = "mixen.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mixen.home.navigation",
            ],
            "builtins": [
                "mixen.templatetags.display",
                "mixen.templatetags.paper",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

# Database -----------------------------------------------------------------------------------------------------------
DATABASES = {"default": env.db_url_config(required("DATABASE_URL", f"sqlite:///{VAR_DIR / 'mixen.sqlite3'}"))}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE takes the write lock when a transaction starts, so two writers queue instead of failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts -----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "mixen.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by the coordinator, nobody signs up
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = False
# Forty people in a hall share one address: allauth's own limits per address would stop them; axes guards the account.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "300/m/ip", "request_login_code": "300/m/ip,3/m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Mixen in Mokum"
# The demo log-ins have no second factor; outside development coordinator and official cannot work without one.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=PRODUCTION)
if PRODUCTION and not SECOND_FACTOR_REQUIRED:
    raise ImproperlyConfigured("SECOND_FACTOR_REQUIRED cannot be off in production.")
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]  # the account, never the venue's address
AXES_USERNAME_CALLABLE = "mixen.accounts.adapter.account_tried"
AXES_LOCKOUT_CALLABLE = "mixen.accounts.views.locked_out"
# axes would rather lock an address too, but forty people in a hall share one.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "mixen.accounts.views.csrf_failure"

# Language and time --------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

# Files --------------------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(BASE_DIR / "media")))
MEDIA_URL = "media/"  # never served as such: every file goes through a view that checks who asks
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PRODUCTION
# Private keys of what tablets seal. Every web machine needs the same ones.
REGISTRATION_KEYS_DIR = Path(env.str("REGISTRATION_KEYS_DIR", default=str(VAR_DIR / "keys")))
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# Mail ---------------------------------------------------------------------------------------------------------------
EMAIL_CONFIG = env.email_url_config(required("EMAIL_URL", "consolemail://")) if PRODUCTION else {}
vars().update(EMAIL_CONFIG)
EMAIL_FILE_PATH = str(VAR_DIR / "mail")
if not PRODUCTION:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Mixen in Mokum <mixen@example.org>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
SITE_URL = required("SITE_URL", f"http://127.0.0.1:{env.int('PORT', default=8000)}")

# SMS to participants who have no e-mail (mixen/sms.py): "none", "file" (development) or "messagebird".
SMS_BACKEND = env.str("SMS_BACKEND", default="none" if PRODUCTION else "file")
if SMS_BACKEND not in {"none", "file", "messagebird"}:
    raise ImproperlyConfigured(f"SMS_BACKEND is {SMS_BACKEND!r}; it must be 'none', 'file' or 'messagebird'.")
if PRODUCTION and SMS_BACKEND == "file":
    raise ImproperlyConfigured("SMS_BACKEND cannot be 'file' in production: nobody would get a message.")
SMS_FILE_PATH = str(VAR_DIR / "sms")
SMS_URL = env.str("SMS_URL", default="https://rest.messagebird.com/messages")
SMS_KEY = env.str("SMS_KEY", default="")
SMS_SENDER = env.str("SMS_SENDER", default="Mokum")  # at most 11 letters and digits
if SMS_BACKEND == "messagebird" and not SMS_KEY:
    raise ImproperlyConfigured("Set SMS_KEY in the environment (see README.md, 'Deploy').")
# From and until which time in Amsterdam participants get no message.
QUIET_HOURS = (time(21), time(8, 30))

# Counts of the brake on public addresses (mixen/limits.py): of one process, or of all of them where there is a Redis.
if REDIS_URL := env.str("REDIS_URL", default=""):
    CACHES = {
        "default": {
            "BACKEND": "mixen.forgiving_cache.ForgivingRedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }

# Queue --------------------------------------------------------------------------------------------------------------
QUEUE_DIR = VAR_DIR / "queue"
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default="") or required("REDIS_URL", "filesystem://localhost")
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
# Beat keeps nothing between starts: what is due is read from rows, and its state file does not survive a kill -9.
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"
if CELERY_BROKER_URL.startswith("filesystem"):
    for folder in ("messages", "processed", "control"):
        (QUEUE_DIR / folder).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {
        "data_folder_in": str(QUEUE_DIR / "messages"),
        "data_folder_out": str(QUEUE_DIR / "messages"),
        "processed_folder": str(QUEUE_DIR / "processed"),
        "control_folder": str(QUEUE_DIR / "control"),
    }
else:
    CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600}
CELERY_BEAT_SCHEDULE = {
    # Once a day is enough, but a machine that was off at eight must not lose the day; the rows make it harmless.
    "make-due-check-ins": {
        "task": "matching.tasks.make_due_check_ins",
        "schedule": crontab(minute="*/15", hour="8-19"),
    },
    "send-due-call-lists": {"task": "matching.tasks.send_due_call_lists", "schedule": 60},
    "mail-copies": {"task": "participants.tasks.mail_copies", "schedule": 60},
    # What waits in the queue longer than until the next one is of no use: the next one finds the same rows.
    "make-messages": {
        "task": "participants.tasks.make_messages",
        "schedule": 5 * 60,
        "options": {"expires": 5 * 60},
    },
    "send-messages": {"task": "participants.tasks.send_messages", "schedule": 60, "options": {"expires": 60}},
    "send-invitations": {"task": "participants.tasks.send_invitations", "schedule": 60, "options": {"expires": 60}},
    "send-move-notices": {"task": "projects.tasks.send_move_notices", "schedule": 60},
    "send-concern-mails": {"task": "participants.tasks.send_concern_mails", "schedule": 60},
    "forget-drafts": {"task": "participants.tasks.forget_drafts", "schedule": 15 * 60},
    # A night that was missed is made up for the next one: every past month without figures gets them.
    "freeze-months": {"task": "projects.tasks.freeze_months", "schedule": crontab(minute=40, hour=3)},
    # From Monday half past seven on, as the task itself knows; a machine that was off makes up for it that week.
    "make-weekly-summaries": {
        "task": "projects.tasks.make_weekly_summaries",
        "schedule": crontab(minute="*/15", hour="7-21"),
    },
    "send-agreement-requests": {"task": "projects.tasks.send_agreement_requests", "schedule": 60},
    "send-team-invitations": {"task": "projects.tasks.send_team_invitations", "schedule": 60},
    "send-weekly-summaries": {"task": "projects.tasks.send_weekly_summaries", "schedule": 60},
    "resume-certificate-batches": {"task": "participants.tasks.resume_batches", "schedule": 60},
}

# Security -----------------------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# Logs ---------------------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "mixen.logs.LineWithoutTokens",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # The development server would write every address it serves in a form of its own.
    "loggers": {"django.server": {"handlers": ["console"], "level": "INFO", "propagate": False}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
