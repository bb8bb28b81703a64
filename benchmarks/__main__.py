"""``make bench``: every benchmark beside its yardstick, medians of several runs, as a ratio."""

import os
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mixen.settings")
if "DATABASE_URL" not in os.environ:
    scratch = tempfile.TemporaryDirectory(prefix="mixen-bench-")
    os.environ["VAR_DIR"] = scratch.name
    os.environ["MEDIA_ROOT"] = f"{scratch.name}/media"
    os.environ["DATABASE_URL"] = f"sqlite:///{scratch.name}/bench.sqlite3"

from benchmarks import assignment, lists

print(f"{'what':<46}{'ours':>10}{'yardstick':>12}{'ratio':>8}   yardstick")
for row in [*assignment.measure(), *lists.measure()]:
    ratio = row.ours / row.yardstick
    print(f"{row.what:<46}{row.ours * 1000:>8.1f}ms{row.yardstick * 1000:>10.1f}ms{ratio:>8.2f}   {row.against}")
