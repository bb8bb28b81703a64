"""The ``matching`` package's Gale-Shapley on given scores, in a process of its own.

Its name is that of one of our apps, so it is installed in a folder outside the repository and runs with that folder
first on its path. Each line it reads is a name of a score matrix (a .npy file); it answers with the seconds it took to
rank, to set the game up and to solve it.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy

FOLDER = Path(os.environ.get("MIXEN_YARDSTICK", Path(tempfile.gettempdir()) / "mixen-yardstick"))
REQUIREMENT = Path(__file__).with_name("yardstick.txt")
PROGRAM = """
import json, sys, time
import numpy
from matching.games import StableMarriage

sys.setrecursionlimit(100_000)  # it copies its players by recursion
for line in sys.stdin:
    score = numpy.load(json.loads(line))
    size = len(score)
    begin = time.perf_counter()
    by_new = numpy.argsort(-score, axis=1, kind="stable").tolist()
    by_old = numpy.argsort(-score.T, axis=1, kind="stable").tolist()
    game = StableMarriage.create_from_dictionaries(
        {f"n{one}": [f"o{other}" for other in by_new[one]] for one in range(size)},
        {f"o{one}": [f"n{other}" for other in by_old[one]] for one in range(size)},
    )
    game.solve()
    print(time.perf_counter() - begin, flush=True)
"""


class GaleShapley:
    """The yardstick; ``time(scores)`` gives the seconds of one run. CalledProcessError when it cannot be installed."""

    def __init__(self) -> None:
        if not (FOLDER / "matching").is_dir():
            pip = [sys.executable, "-m", "pip", "install", "-q", "--target", str(FOLDER), "-r", str(REQUIREMENT)]
            subprocess.run(pip, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        environment = {**os.environ, "PYTHONPATH": str(FOLDER), "PYTHONSAFEPATH": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=FOLDER,
            env=environment,
        )
        self._files = tempfile.TemporaryDirectory(prefix="mixen-scores-")

    def time(self, scores: Any, name: str) -> float:
        """Seconds for one run on ``scores``, a row per new and a column per old."""
        file = Path(self._files.name) / f"{name}.npy"
        if not file.exists():
            numpy.save(file, scores)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(str(file)) + "\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def close(self) -> None:
        """End the process that was started."""
        self._process.communicate()
        self._files.cleanup()
