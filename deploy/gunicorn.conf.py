"""How gunicorn serves the site, in a container and under systemd: ``gunicorn --config deploy/gunicorn.conf.py``."""

import os
import shutil
from pathlib import Path
from typing import Any

from mixen.environment import Environment

env = Environment()
wsgi_app = "mixen.wsgi:application"
bind = env.text("WEB_BIND", "127.0.0.1:8000")
workers = env.number("WEB_WORKERS", 2, 1, 64)
threads = env.number("WEB_THREADS", 4, 1, 64)
worker_class = "gthread"
timeout = 60  # the end report of a large project is a PDF that takes some seconds
graceful_timeout = 30
keepalive = 5
# A process that slowly takes more memory than it needs is renewed before anybody notices.
max_requests, max_requests_jitter = 2000, 200
errorlog = "-"
accesslog = None  # each request is a line of mixen.requests, which names nobody
loglevel = "warning"
logger_class = "mixen.gunicorn_logs.GunicornLogger"
control_socket_disable = True  # it would lie in the home folder, shared with every other gunicorn
env.finish()

# The figures of all workers are added up through files, which the library looks for when it is first imported.
FIGURES = Path(env.text("VAR_DIR", "var")) / "metrics" / str(os.getpid())
if env.text("METRICS_TOKEN"):
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(FIGURES)


def on_starting(server: Any) -> None:
    """Begin with no figures of a run that is over."""
    if env.text("METRICS_TOKEN"):
        shutil.rmtree(FIGURES.parent, ignore_errors=True)
        FIGURES.mkdir(parents=True)


def child_exit(server: Any, worker: Any) -> None:
    """What a worker counted stays; what it was doing does not."""
    if env.text("METRICS_TOKEN"):
        from prometheus_client import multiprocess

        multiprocess.mark_process_dead(worker.pid)
