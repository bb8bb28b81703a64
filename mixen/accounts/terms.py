"""How long an account is kept that nobody uses. The one place of these terms; those of participants are theirs."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta

ENDS_AFTER = relativedelta(months=24)
"""Since somebody last logged in, or since the account was made."""
WARNED_BEFORE = timedelta(days=30)
"""So long before it ends its owner is told; it never ends sooner after that mail."""
