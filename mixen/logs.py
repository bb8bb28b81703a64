"""What never stands in a log: the secret in an address that somebody got for their own use."""

import logging
import re

SECRET = re.compile(r"(/(?:mijn|afspraak|uitnodiging)/)[^/\s?\"']+")


class LineWithoutTokens(logging.Formatter):
    """A line with the tokens of personal pages left out, in the trace under it too: that may quote an address."""

    def format(self, record: logging.LogRecord) -> str:
        return SECRET.sub(r"\1…", super().format(record))
