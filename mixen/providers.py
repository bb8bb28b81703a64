"""Where files and mail go when it is not this machine's disk or a mail server: what the environment says of that."""

from typing import Any, NamedTuple

from mixen.environment import Environment

S3_NAMES = ("S3_ENDPOINT", "S3_REGION", "S3_ACCESS_KEY", "S3_SECRET_KEY")
S3_ADDRESSING = ("auto", "path", "virtual")


class MailProvider(NamedTuple):
    """Where django-anymail has it, and what it calls the values of EMAIL_KEY and EMAIL_SECRET."""

    backend: str
    key: str
    secret: str = ""


MAIL_PROVIDERS = {
    "brevo": MailProvider("anymail.backends.brevo.EmailBackend", "BREVO_API_KEY"),
    "mailjet": MailProvider("anymail.backends.mailjet.EmailBackend", "MAILJET_API_KEY", "MAILJET_SECRET_KEY"),
    "postmark": MailProvider("anymail.backends.postmark.EmailBackend", "POSTMARK_SERVER_TOKEN"),
    "scaleway": MailProvider("anymail.backends.scaleway.EmailBackend", "SCALEWAY_SECRET_KEY", "SCALEWAY_PROJECT_ID"),
}


def files(env: Environment) -> dict[str, Any] | None:
    """How Django is to keep files in an S3-compatible store; None when ``S3_BUCKET`` names none.

    The store is private, and the browser never gets an address of it: files go through views that check who asks.
    """
    bucket = env.text("S3_BUCKET")
    given = {name: env.text(name) for name in S3_NAMES}
    addressing = env.choice("S3_ADDRESSING", S3_ADDRESSING, "auto")
    if not bucket:
        if set_anyway := [name for name, value in given.items() if value]:
            env.complain(f"Set S3_BUCKET to the name of the bucket, or leave {set_anyway[0]} out.")
        return None
    for name in ("S3_ACCESS_KEY", "S3_SECRET_KEY"):
        if not given[name]:
            env.complain(f"Set {name}, which goes with S3_BUCKET.")
    endpoint = env.address("S3_ENDPOINT", given["S3_ENDPOINT"], {"https", "http"}, "https://s3.example.org")
    if (
        env.production
        and endpoint.startswith("http://")
        and not endpoint.startswith(("http://127.", "http://localhost"))
    ):
        env.complain("S3_ENDPOINT must begin with https://, as files hold personal data.")
    return {"BACKEND": "mixen.files.PrivateS3", "OPTIONS": _s3_options(bucket, endpoint, given, addressing)}


def _s3_options(bucket: str, endpoint: str, given: dict[str, str], addressing: str) -> dict[str, Any]:
    return {
        "bucket_name": bucket,
        "endpoint_url": endpoint or None,
        "region_name": given["S3_REGION"] or None,
        "access_key": given["S3_ACCESS_KEY"],
        "secret_key": given["S3_SECRET_KEY"],
        "addressing_style": addressing,
    }


def mail(env: Environment) -> tuple[str, dict[str, Any]] | None:
    """The backend of the provider and its settings; None when mail goes to a mail server, or to files."""
    name, key, secret = env.text("EMAIL_PROVIDER"), env.text("EMAIL_KEY"), env.text("EMAIL_SECRET")
    if not name:
        if env.production and not env.text("EMAIL_URL"):
            env.complain("Set EMAIL_URL, such as smtp+tls://user:password@host:587, or EMAIL_PROVIDER.")
        return None
    if name not in MAIL_PROVIDERS:
        env.complain(f"EMAIL_PROVIDER is {name!r}; it must be one of {', '.join(MAIL_PROVIDERS)}.")
        return None
    if env.text("EMAIL_URL"):
        env.complain("Leave EMAIL_URL out when EMAIL_PROVIDER is set: mail goes one way.")
    provider = MAIL_PROVIDERS[name]
    if not key:
        env.complain(f"Set EMAIL_KEY to the key that {name} gave.")
    if provider.secret and not secret:
        env.complain(f"Set EMAIL_SECRET to what {name} calls {provider.secret.partition('_')[2]}.")
    if not env.production:
        return None  # in development nothing goes out
    # Nobody's reading of a mail is watched, where the provider can leave that.
    quiet = {"SEND_DEFAULTS": {"track_clicks": False, "track_opens": False}, "IGNORE_UNSUPPORTED_FEATURES": True}
    secrets = {provider.key: key, **({provider.secret: secret} if provider.secret else {})}
    return provider.backend, {**quiet, **secrets, "REQUESTS_TIMEOUT": 10}
