"""``make bench``: every benchmark beside its yardstick, medians of several runs, as a ratio."""

import gc
import os
import sys
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mixen.settings")
if "DATABASE_URL" not in os.environ:
    scratch = tempfile.TemporaryDirectory(prefix="mixen-bench-")
    os.environ["VAR_DIR"] = scratch.name
    os.environ["MEDIA_ROOT"] = f"{scratch.name}/media"
    os.environ["DATABASE_URL"] = f"sqlite:///{scratch.name}/bench.sqlite3"

from benchmarks import booklet, certificates, city, couples, lists, registering, report, rounds
from benchmarks.timing import Row


def show(row: Row) -> None:
    """One line: both times, their ratio beside the goal, and what came out."""
    ours = f"{row.ours * 1000:>9.2f}ms"
    other = f"{row.yardstick * 1000:>11.2f}ms" if row.yardstick else f"{'':>13}"
    ratio = f"{row.ours / row.yardstick:>7.2f}" if row.yardstick else f"{'':>7}"
    goal = f"{row.goal:>6.2f}" if row.goal else f"{'':>6}"
    print(f"{row.what:<44}{ours}{other}{ratio}{goal}  {row.against}", flush=True)
    if row.quality:
        print(f"{'':<4}{row.quality}", flush=True)


gc.collect()
gc.freeze()  # what the imports left behind is not looked through again while measuring
print(f"{'what':<44}{'ours':>11}{'yardstick':>13}{'ratio':>7}{'goal':>6}  yardstick")
ALL = (couples, rounds, lists, city, report, certificates, booklet, registering)
asked = sys.argv[1:]  # names of modules; without any, all
for module in ALL:
    if asked and module.__name__.rpartition(".")[2] not in asked:
        continue
    for row in module.measure():
        show(row)
