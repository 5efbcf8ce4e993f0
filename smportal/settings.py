"""All settings in one file. Environment variables override what an institution may want to change.

Without DATABASE_URL and REDIS_URL the embedded services are started and used (see runtime/).
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import django_stubs_ext
import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from runtime import launch, secrets, services
from runtime.places import VAR

# Lets generic Django classes be written as Field[...] at run time too.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# --- where it runs -----------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
TESTING = "PYTEST_VERSION" in os.environ
PRODUCTION = env.bool("SMPORTAL_PRODUCTION", default=False)
URLS = services.ensure()

SECRET_KEY = env.str("SECRET_KEY", default="")
FERNET_KEYS: list[str] = env.list("SMPORTAL_FERNET_KEYS", default=[])
if PRODUCTION and (DEBUG or not SECRET_KEY or not FERNET_KEYS):
    raise ImproperlyConfigured(
        "In production DEBUG must be off, and SECRET_KEY and SMPORTAL_FERNET_KEYS must be set."
    )
SECRET_KEY = SECRET_KEY or secrets.read_or_create("secret_key")
FERNET_KEYS = FERNET_KEYS or [secrets.read_or_create("fernet_key")]

# This machine itself may always ask, so that health checks need no name.
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS", default=[]), "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env.str("SITE_URL", default=f"http://127.0.0.1:{env.int('PORT', default=8000)}")

# --- the house ---------------------------------------------------------------------------------
INSTALLED_APPS = [
    "smportal",
    "reporting",
    "webcare",
    "publishing",
    "monitoring",
    "training",
    "governance",
    "people",
    "core",
    "smportal.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rest_framework",
    "rest_framework.authtoken",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_filters",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "people.middleware.SignedInMiddleware",
    "people.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "smportal.urls"
WSGI_APPLICATION = "smportal.wsgi.application"
ASGI_APPLICATION = "smportal.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "smportal.navigation.context",
            ],
            "builtins": ["core.templatetags.ui"],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
        },
    }
]

FORM_RENDERER = "smportal.forms.FormRenderer"

# --- data --------------------------------------------------------------------------------------
DATABASES = {"default": env.db_url_config(URLS.database_url)}
DATABASES["default"].update(
    CONN_MAX_AGE=env.int("CONN_MAX_AGE", default=60),
    CONN_HEALTH_CHECKS=True,
)
DATABASES["default"].setdefault("OPTIONS", {})
DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", 5)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = URLS.redis_url
# Counting sign-ins must hold for all processes together, also when Redis is away
# (docs/decisions/0010-shared-cache-in-postgres.md).
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

# --- people ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "people.backends.PortalBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "people.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "people.forms.SignInForm"}
# A computer at a college is often shared: closing the browser signs out.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
# How many proxies stand before us: sign-in attempts are counted per address of a visitor.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("SMPORTAL_PROXIES", default=1 if PRODUCTION else 0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "SMPortal"
MFA_ADAPTER = "people.adapter.MFAAdapter"

# --- mail --------------------------------------------------------------------------------------
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="SMPortal <noreply@localhost>")

# --- language and time -------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "language"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["smportal.formats"]

# --- static files ------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", BASE_DIR / "node_modules" / "bootstrap" / "dist" / "css"),
]
ICONS_DIR = BASE_DIR / "node_modules" / "bootstrap-icons" / "icons"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
MEDIA_ROOT = VAR / "media"

# --- security ----------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
    "EXCLUDE_URL_PREFIXES": [],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "smportal.errors.refused_form"
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_SECURE = True
    CSRF_COOKIE_NAME = "__Host-csrf"

HTMX_CONFIG = {
    "allowEval": False,
    "includeIndicatorStyles": False,
    "historyCacheSize": 0,
    "defaultSettleDelay": 0,  # or a key pressed at once meets a form that does not work yet
    "refreshOnHistoryMiss": True,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "[23]..", "swap": True},
        {"code": "422", "swap": True},
        {"code": "409", "swap": True},
        {"code": "[45]..", "swap": False, "error": True},
    ],
}

# --- API ---------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_THROTTLE_CLASSES": ["smportal.throttling.UserRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"user": "600/min"},
}
SPECTACULAR_SETTINGS = {
    "TITLE": "SMPortal API",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {"TicketStateEnum": "webcare.models.ticket.Ticket.State"},
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# --- background work ---------------------------------------------------------------------------
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_DEFAULT_QUEUE = "ingest"
CELERY_TASK_ACKS_LATE = False  # the broker is a doorbell: due rows in Postgres remember the work
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 270
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    # Who rings the bell while Redis is away, is waiting for a page: try once more, at once.
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0,
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# --- platforms ---------------------------------------------------------------------------------
# A command that is typed beside a running demo finds its sandbox too.
running_sandbox = "" if TESTING else launch.sandbox_url()
SANDBOX_URL = env.str("SMPORTAL_SANDBOX_URL", default=running_sandbox).rstrip("/")
# In the demo, X and Facebook are those of the sandbox.
PLATFORM_URLS = {
    name: env.str(f"SMPORTAL_{name.upper()}_API_URL", default=demo)
    for name, demo in {
        "x": SANDBOX_URL and f"{SANDBOX_URL}/x",
        "facebook": SANDBOX_URL and f"{SANDBOX_URL}/facebook",
        "instagram": "",
        "linkedin": "",
        "youtube": "",
        "flickr": "",
    }.items()
}
# "host:port" on a private network that sources may be fetched from (a proxy, the sandbox).
TRUSTED_HOSTS = frozenset(
    [*env.list("SMPORTAL_TRUSTED_HOSTS", default=[]), *filter(None, [urlsplit(SANDBOX_URL).netloc])]
)
DEMO = env.bool("SMPORTAL_DEMO", default=not PRODUCTION)

# How long an unmatched and a matched mention without ticket are kept (days; AVG, design.md 3.2).
KEEP_UNMATCHED_DAYS = env.int("SMPORTAL_KEEP_UNMATCHED_DAYS", default=30)
KEEP_MATCHED_DAYS = env.int("SMPORTAL_KEEP_MATCHED_DAYS", default=90)
# How long a loan tells who had the device, after it came back (days).
KEEP_LOANS_DAYS = env.int("SMPORTAL_KEEP_LOANS_DAYS", default=365)
# Who judges what the rules of the policy leave open: "learned" (a model on this machine) or "rules"
# (nobody: a person decides).
JUDGEMENT = env.str("SMPORTAL_JUDGEMENT", default="rules" if TESTING else "learned")
# A language model that is asked about what the learned model doubts (docs/deployment.md); without
# an address nobody is asked.
LANGUAGE_MODEL_URL = env.str("SMPORTAL_LANGUAGE_MODEL_URL", default="")
LANGUAGE_MODEL_KEY = env.str("SMPORTAL_LANGUAGE_MODEL_KEY", default="")
LANGUAGE_MODEL_NAME = env.str("SMPORTAL_LANGUAGE_MODEL_NAME", default="")
LANGUAGE_MODEL_TIMEOUT = env.float("SMPORTAL_LANGUAGE_MODEL_TIMEOUT", default=5.0)
if LANGUAGE_MODEL_URL and not LANGUAGE_MODEL_NAME:
    raise ImproperlyConfigured("SMPORTAL_LANGUAGE_MODEL_NAME must tell which model is asked.")
# A reply waits this long in the outbox, so that its writer can take it back.
UNDO_SECONDS = env.int("SMPORTAL_UNDO_SECONDS", default=10)

# --- logs --------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "smportal.logs.line_formatter"},
        "json": {"()": "smportal.logs.json_formatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if PRODUCTION else "line",
        }
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "httpx2": {"level": "WARNING"},
        "celery.worker.strategy": {"level": "WARNING"},
        "celery.app.trace": {"level": "WARNING"},
    },
}

if TESTING:
    STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"] = {"user": None}
