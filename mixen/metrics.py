"""What is counted of the site, for Prometheus: requests by address and answer, what waits to be sent, signs of life.

Names of addresses, never what somebody typed in one: no label can hold a person.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from celery import current_app
from django.apps import apps
from django.conf import settings
from django.utils import timezone
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from mixen import health
from mixen.models import Heartbeat
from mixen.outbox import Outgoing
from mixen.version import release

REQUESTS = Counter("mixen_requests", "Requests answered.", ["view", "method", "status"])
SECONDS = Histogram(
    "mixen_request_seconds", "Seconds from request to answer.", ["view"], buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
)


def count_request(view: str, method: str, status: int, seconds: float) -> None:
    """Note one answered request; methods that nobody should use are one."""
    known = method if method in {"GET", "HEAD", "POST"} else "other"
    REQUESTS.labels(view or "none", known, str(status)).inc()
    SECONDS.labels(view or "none").observe(seconds)


def exposition() -> bytes:
    """Everything, in the form in which Prometheus reads it; of all web processes that share a folder."""
    counted = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        counted = CollectorRegistry()
        MultiProcessCollector(counted)
    now = CollectorRegistry()
    now.register(State())
    return generate_latest(counted) + generate_latest(now)


def kinds_of_outgoing() -> list[type[Outgoing]]:
    """Every kind of what is to be sent once."""
    return [model for model in apps.get_models() if issubclass(model, Outgoing)]


class State(Collector):
    """How things stand at the moment they are asked."""

    def collect(self) -> Iterable[Metric]:
        """Every figure; one that cannot be had is left out, and ``mixen_well`` says which part is not there."""
        well = health.everything.look()
        yield gauge(
            "mixen_well", "1 where this part is as it should be.", "part", {p: s == "ok" for p, s in well.items()}
        )
        yield gauge("mixen_info", "Which release runs.", "release", {release(): 1})
        if well["queue"] == "ok":
            yield gauge("mixen_queue_length", "Messages in the queue.", "queue", {"celery": queue_length()})
        if well["database"] == well["migrations"] == "ok":
            yield from outgoing()
            yield from signs_of_life()


def gauge(name: str, meaning: str, label: str, values: dict[str, Any]) -> GaugeMetricFamily:
    """One figure for each value of ``label``."""
    family = GaugeMetricFamily(name, meaning, labels=[label])
    for key, value in values.items():
        family.add_metric([key], float(value))
    return family


def outgoing() -> Iterator[Metric]:
    """How many of each kind wait to be sent, how long the oldest has, and how many were given up after a failure."""
    now = timezone.now()
    waiting, oldest, given_up = {}, {}, {}
    for kind in kinds_of_outgoing():
        rows, label = kind.waiting(now), kind._meta.label_lower
        waiting[label] = rows.count()
        since = rows.order_by(kind.waits_since).values_list(kind.waits_since, flat=True).first()
        oldest[label] = max(0.0, (now - as_moment(since)).total_seconds()) if since else 0
        given_up[label] = kind._default_manager.filter(failures__gt=0).exclude(given_up="").count()
    yield gauge("mixen_outgoing_waiting", "Rows to be sent.", "kind", waiting)
    yield gauge("mixen_outgoing_oldest_seconds", "Age of the oldest row to be sent; 0 without one.", "kind", oldest)
    yield gauge("mixen_outgoing_given_up", "Rows that were given up after a failure.", "kind", given_up)


def as_moment(when: date | datetime) -> datetime:
    """A day begins at midnight in Amsterdam."""
    return when if isinstance(when, datetime) else timezone.make_aware(datetime.combine(when, time()))


def signs_of_life() -> Iterator[Metric]:
    """How long ago what has to happen again and again last did; what never did is left out."""
    names = {Heartbeat.QUEUE: "beat and a worker", Heartbeat.BACKUP: "a copy was made"}
    ages = {name: age for name in names if isinstance(age := Heartbeat.age(name), timedelta)}
    values = {name: age.total_seconds() for name, age in ages.items()}
    yield gauge("mixen_heartbeat_age_seconds", "Seconds since the last sign of life.", "of", values)


def queue_length() -> int:
    """How many messages wait for a worker."""
    if settings.CELERY_BROKER_URL.startswith("filesystem"):
        return sum(1 for entry in (settings.QUEUE_DIR / "messages").iterdir() if entry.suffix == ".msg")
    with current_app.connection_for_read(connect_timeout=2) as broker:
        queue = current_app.conf.task_default_queue
        channel: Any = broker.default_channel
        return int(channel.client.llen(queue))
