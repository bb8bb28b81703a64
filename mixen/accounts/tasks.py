"""What the queue runs for this app."""

from mixen.accounts.notices import send_access_notices

__all__ = ["send_access_notices"]
