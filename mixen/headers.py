"""What every answer tells the browser, whoever asks and whatever went wrong: keep nothing, let nobody look in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# What this site uses of a device: a screen that stays on and fills up, its sound, passkeys, a link that is copied.
USED = ("autoplay", "clipboard-write", "fullscreen", "publickey-credentials-create", "publickey-credentials-get",
        "screen-wake-lock")  # fmt: skip
NOT_USED = ("accelerometer", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media",
            "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi",
            "payment", "picture-in-picture", "serial", "storage-access", "usb", "xr-spatial-tracking")  # fmt: skip
PERMISSIONS = ", ".join([*(f"{name}=(self)" for name in USED), *(f"{name}=()" for name in NOT_USED)])
NOT_KEPT = "no-store, private"


class HeadersMiddleware:
    """Stands outermost, so that refusals and errors have the headers too. What a view says of keeping stays."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers.setdefault("Cache-Control", NOT_KEPT)
        response.headers.setdefault("X-Frame-Options", "DENY")
        return response
