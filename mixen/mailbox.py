"""The mailbox of development: mail and SMS that went to files, shown as a page. Does not exist in production."""

import email
import email.policy
import json
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mixen.sms import segments
from projects.permissions import open_to_all

MOST = 100


def _files() -> list[Path]:
    """The newest mail first; several messages sent over one connection stand in one file."""
    folder = Path(settings.EMAIL_FILE_PATH)
    return sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)[:MOST]


def _messages(path: Path) -> list[EmailMessage]:
    parts = path.read_bytes().split(b"\n" + b"-" * 79 + b"\n")
    return [email.message_from_bytes(part, policy=email.policy.default) for part in parts if part.strip()]


def _texts() -> list[dict[str, Any]]:
    """The newest SMS first, as ``mixen/sms.py`` wrote them: to whom, what, when, and in how many pieces."""
    files = sorted(Path(settings.SMS_FILE_PATH).glob("*.json"), reverse=True)[:MOST]
    texts = [json.loads(path.read_text()) for path in files]
    return [{**one, "at": datetime.fromisoformat(one["at"]), "pieces": segments(one["text"])} for one in texts]


@require_safe
@open_to_all
def mailbox(request: HttpRequest) -> HttpResponse:
    """All mail and all SMS, newest first."""
    rows = [
        {"name": path.stem, "number": number, "message": message}
        for path in _files()
        for number, message in reversed(list(enumerate(_messages(path))))
    ]
    return render(request, "development/mailbox.html", {"rows": rows, "texts": _texts()})


@require_safe
@open_to_all
def message(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One mail."""
    path = next((path for path in _files() if path.stem == name), None)
    found = _messages(path) if path else []
    if number >= len(found):
        raise Http404
    body = found[number].get_body(preferencelist=("plain",))
    context = {"message": found[number], "body": body.get_content() if body else ""}
    return render(request, "development/message.html", context)
