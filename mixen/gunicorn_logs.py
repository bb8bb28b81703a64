"""gunicorn's logs, for ``--logger-class``; apart from mixen/logs.py, which every process reads."""

import logging
import os
from typing import Any

from gunicorn.glogging import Logger

from mixen.logs import JsonWithoutPeople, LineWithoutPeople, LineWithoutTokens


class GunicornLogger(Logger):
    """gunicorn's own logs of errors and of requests, in the form of ours: in production without people."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                handler.setFormatter(_formatter(handler.formatter))


def _formatter(known: logging.Formatter | None) -> logging.Formatter:
    """As ``LOG_FORMAT`` says; read here once more, as gunicorn writes before it has read our settings."""
    production = os.environ.get("MIXEN_ENV") == "production"
    if os.environ.get("LOG_FORMAT", "json" if production else "") == "json":
        return JsonWithoutPeople()
    return (LineWithoutPeople if production else LineWithoutTokens)(
        getattr(known, "_fmt", None), getattr(known, "datefmt", None)
    )
