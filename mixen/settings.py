"""The one settings file. Everything that differs per machine is read from the environment.

Development is the default; production asks for ``MIXEN_ENV=production`` and then refuses to start without its
secrets, so that no secret has a usable default outside development.
"""

from datetime import time
from email.utils import parseaddr
from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from mixen import providers
from mixen.environment import BROKERS, Environment
from mixen.public_pages import PUBLIC_URL_NAMES  # noqa: F401  (a setting, read by the middleware)

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

ENVIRONMENT = env.choice("MIXEN_ENV", ("production", "development"), "development")
# Who mistypes "production" must not get the log-ins of development: what is wrong stops the start, below.
PRODUCTION = env.production = ENVIRONMENT == "production"
DEBUG = env.flag("DEBUG", False)  # even a laptop shows our own pages for errors, unless asked
if PRODUCTION and DEBUG:
    env.complain("DEBUG cannot be on in production, as error pages would show personal data: leave it out.")

SECRET_KEY = env.secret(
    "SECRET_KEY",
    "development-only-no-secret-development-only-no-secret-0123456789",
    "what `python3 -c 'import secrets; print(secrets.token_urlsafe(60))'` prints",
)
# After a change of SECRET_KEY the earlier ones still open what they signed: links in people's hands, log-ins.
SECRET_KEY_FALLBACKS = env.listed("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver")
VAR_DIR = env.folder("VAR_DIR", BASE_DIR / "var", make=True)

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
    "allauth.usersessions",
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
    "mixen.requests.RequestMiddleware",
    "mixen.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "mixen.cookies.CookieMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "participants.middleware.TabletMiddleware",
    "mixen.accounts.middleware.SessionLimitMiddleware",
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
DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'mixen.sqlite3'}")}
CONN_MAX_AGE = env.number("CONN_MAX_AGE", 60, most=24 * 60 * 60)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE takes the write lock when a transaction starts, so two writers queue instead of failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = CONN_MAX_AGE
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts -----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "mixen.accounts.passwords.NotLikeYou"},
    {"NAME": "mixen.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "mixen.accounts.passwords.NotCommon"},
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
# A wrong second step counts for the account (the key), as axes counts wrong passwords for it.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "300/m/ip,10/15m/key",
    "request_login_code": "300/m/ip,3/m/key",
}
ACCOUNT_FORMS = {
    "login": "mixen.accounts.forms.OurLoginForm",
    "request_login_code": "mixen.accounts.forms.OurCodeForm",
}
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds; a mail may take a while, and so may finding it
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # here; elsewhere one is logged out by the new password
MFA_ADAPTER = "mixen.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "mixen.accounts.code_forms.SecondStepForm",
    "reauthenticate": "mixen.accounts.code_forms.ConfirmingForm",
    "add_webauthn": "mixen.accounts.passkey_forms.AddPasskeyForm",
    "edit_webauthn": "mixen.accounts.passkey_forms.NamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Mixen in Mokum"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION  # browsers themselves allow it on localhost only
# The demo log-ins have no second factor; outside development who leads or works for a district needs one.
SECOND_FACTOR_REQUIRED = env.flag("SECOND_FACTOR_REQUIRED", PRODUCTION)
if PRODUCTION and not SECOND_FACTOR_REQUIRED:
    env.complain("SECOND_FACTOR_REQUIRED cannot be off in production: leave it out.")
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]  # the account, never the venue's address
AXES_USERNAME_CALLABLE = "mixen.accounts.adapter.account_tried"
AXES_LOCKOUT_CALLABLE = "mixen.accounts.views.locked_out"
# axes would rather lock an address too, but forty people in a hall share one.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
# What a page tells after a deed has people's names in it: kept here, and in no cookie on somebody's device.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
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
STATIC_ROOT = env.folder("STATIC_ROOT", BASE_DIR / "staticfiles")
MEDIA_ROOT = env.folder("MEDIA_ROOT", BASE_DIR / "media")
MEDIA_URL = "media/"  # never served as such: every file goes through a view that checks who asks
STORAGES = {
    "default": providers.files(env) or {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PRODUCTION
# Private keys of what tablets seal. Every web machine needs the same ones.
REGISTRATION_KEYS_DIR = env.folder("REGISTRATION_KEYS_DIR", VAR_DIR / "keys")
# The first seals a copy made by `manage.py backup`, each of them opens one.
BACKUP_KEYS = env.keys("BACKUP_KEY")
# Who was erased, beside the database (ADR 0029). On a disk of its own it outlives a backup that is put back.
ERASURE_LIST = env.folder("ERASURE_LIST", VAR_DIR / "erasures.jsonl")
# Whether the night lets go of who is past their term. Off for a try-out: its finished project would be empty next day.
RETENTION_BY_NIGHT = env.flag("RETENTION_BY_NIGHT", PRODUCTION)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# Mail ---------------------------------------------------------------------------------------------------------------
vars().update(env.mail_server("EMAIL_URL"))
if EMAIL_PROVIDER := providers.mail(env):
    EMAIL_BACKEND, ANYMAIL = EMAIL_PROVIDER
EMAIL_FILE_PATH = str(VAR_DIR / "mail")
if not PRODUCTION:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.required(
    "DEFAULT_FROM_EMAIL", "Mixen in Mokum <mixen@example.org>", "'Mixen in Mokum <mixen@example.org>'"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
SITE_URL = env.site("SITE_URL", f"http://127.0.0.1:{env.number('PORT', 8000, 1, 65535)}", env.listed("ALLOWED_HOSTS"))

# Who answers for the data of participants, and where they ask about it; in the privacy statement.
PRIVACY_CONTROLLER = env.text("PRIVACY_CONTROLLER", "Mozeshuis")
PRIVACY_EMAIL = env.text("PRIVACY_EMAIL") or parseaddr(DEFAULT_FROM_EMAIL)[1]
PRIVACY_PHONE = env.text("PRIVACY_PHONE")

# SMS to participants who have no e-mail (mixen/sms.py): "none", "file" (development) or "messagebird".
SMS_BACKEND = env.choice(
    "SMS_BACKEND",
    ("none", "messagebird") if PRODUCTION else ("none", "file", "messagebird"),
    "none" if PRODUCTION else "file",
)
SMS_FILE_PATH = str(VAR_DIR / "sms")
SMS_URL = env.text("SMS_URL", "https://rest.messagebird.com/messages")
SMS_KEY = env.text("SMS_KEY")
SMS_SENDER = env.text("SMS_SENDER", "Mokum")  # at most 11 letters and digits
if SMS_BACKEND == "messagebird" and not SMS_KEY:
    env.complain("Set SMS_KEY to the access key of MessageBird, or leave SMS_BACKEND out.")
# From and until which time in Amsterdam participants get no message.
QUIET_HOURS = (time(21), time(8, 30))

# Counts of the brake on public addresses (mixen/limits.py): of one process, or of all of them where there is a Redis.
REDIS = "redis://host:6379/0"
REDIS_URL = env.address("REDIS_URL", env.required("REDIS_URL", "", REDIS), BROKERS, REDIS)
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "mixen.forgiving_cache.ForgivingRedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }

# Queue --------------------------------------------------------------------------------------------------------------
QUEUE_DIR = VAR_DIR / "queue"
CELERY_BROKER_URL = env.text("CELERY_BROKER_URL")
if PRODUCTION:  # a queue in a folder is of one machine, and loses what the machine loses
    CELERY_BROKER_URL = env.address("CELERY_BROKER_URL", CELERY_BROKER_URL, BROKERS, REDIS)
CELERY_BROKER_URL = CELERY_BROKER_URL or REDIS_URL or ("" if PRODUCTION else "filesystem://localhost")
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
    CELERY_BROKER_TRANSPORT = "mixen.folder_queue:Transport"
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
    "send-access-notices": {"task": "mixen.accounts.tasks.send_access_notices", "schedule": 60},
    "send-concern-mails": {"task": "participants.tasks.send_concern_mails", "schedule": 60},
    "forget-drafts": {"task": "participants.tasks.forget_drafts", "schedule": 15 * 60},
    # Terms are read from dates, so a night that was missed is made up for the next one.
    "forget-what-is-past": {
        "task": "participants.nightly.forget_what_is_past",
        "schedule": crontab(minute=20, hour=4),
    },
    "sweep-scratch": {"task": "mixen.tasks.sweep_scratch", "schedule": crontab(minute=10, hour=4)},
    "forget-sessions": {"task": "mixen.accounts.tasks.forget_sessions", "schedule": crontab(minute=0, hour=4)},
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
    "beat-heart": {"task": "mixen.tasks.beat_heart", "schedule": 60, "options": {"expires": 60}},
    "resume-certificate-batches": {"task": "participants.tasks.resume_batches", "schedule": 60},
}

# Security -----------------------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
BEHIND_PROXY = env.flag("BEHIND_PROXY", False)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|readyz/web|metrics)/$"]
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")
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

# Logs and figures ---------------------------------------------------------------------------------------------------
# Libraries write at DEBUG what they send and receive, and in that is personal data.
LEVELS = ("INFO", "WARNING", "ERROR") if PRODUCTION else ("DEBUG", "INFO", "WARNING", "ERROR")
LOG_LEVEL = env.choice("LOG_LEVEL", LEVELS, "WARNING")
LOG_FORMAT = env.choice("LOG_FORMAT", ("json", "line"), "json" if PRODUCTION else "line")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "mixen.logs.LineWithoutPeople" if PRODUCTION else "mixen.logs.LineWithoutTokens",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        },
        "json": {"()": "mixen.logs.JsonWithoutPeople"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "loggers": {
        # The development server would write every address it serves in a form of its own.
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # One line a request, by the pattern of its address; on a laptop that would only be noise.
        "mixen.requests": {"level": "INFO" if LOG_FORMAT == "json" else "WARNING"},
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
# Who knows this word may read /metrics/; without it there is no such page.
METRICS_TOKEN = env.text("METRICS_TOKEN")
if METRICS_TOKEN and len(METRICS_TOKEN) < 20:
    env.complain("METRICS_TOKEN is short; make it at least 20 letters and digits, or leave it out.")

env.finish()
