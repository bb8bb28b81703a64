"""gunicorn's logs, for ``--logger-class``; apart from mixen/logs.py, which every process reads."""

from typing import Any

from gunicorn.glogging import Logger

from mixen.logs import LineWithoutTokens


class GunicornLogger(Logger):
    """gunicorn's own logs of errors and of requests, with those tokens left out."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                known = handler.formatter
                handler.setFormatter(LineWithoutTokens(getattr(known, "_fmt", None), getattr(known, "datefmt", None)))
