"""With Redis away the pages go on; with Redis there the cache is Django's own."""

import time
from collections.abc import Iterator

import pytest
from django.core.cache import caches

from tests.servers import Redis, free_port, redis_program

CACHE = "mixen.forgiving_cache.ForgivingRedisCache"
QUICK = {"socket_connect_timeout": 1, "socket_timeout": 1}


@pytest.fixture
def redis() -> Iterator[Redis]:
    server = Redis(redis_program() or "")
    server.start()
    yield server
    server.remove()


def with_cache(settings, backend, port):
    settings.CACHES = {
        "default": {"BACKEND": backend, "LOCATION": f"redis://127.0.0.1:{port}/0", "OPTIONS": QUICK},
    }


@pytest.mark.redis
def test_it_counts_keeps_and_forgets(settings, redis):
    with_cache(settings, CACHE, redis.port)
    cache = caches["default"]
    assert (cache.add("a", 0), cache.add("a", 0), cache.incr("a"), cache.get("a")) == (True, False, 1, 1)
    cache.set_many({"b": 2, "c": 3})
    assert cache.get_many(["b", "c", "d"]) == {"b": 2, "c": 3}
    assert (cache.delete("b"), cache.has_key("b"), cache.touch("c")) == (True, False, True)
    with pytest.raises(ValueError):
        cache.incr("nothing")
    redis.kill()
    assert (cache.get("c", "gone"), cache.add("a", 0), cache.get_many(["c"])) == ("gone", True, {})
    redis.start()
    cache.set("c", 4)
    assert cache.get("c") == 4


def test_pages_with_a_brake_and_the_log_in_are_answered_without_it(cast, as_user, settings):
    with_cache(settings, CACHE, free_port())
    began = time.perf_counter()
    assert as_user(None).get(f"/meedoen/{cast.project.slug}/nl/aanmelden/").status_code == 200
    assert as_user(None).post("/account/login/", {"login": "x@example.org", "password": "y"}).status_code == 200
    assert as_user(None).post("/account/login/code/", {"email": cast.ambassador.email}).status_code == 302
    assert as_user(None).post(f"/meedoen/{cast.project.slug}/nl/aanmelden/", {}).status_code == 422
    assert time.perf_counter() - began < 20


def test_with_djangos_own_they_would_not_be(cast, as_user, settings):
    """The control: this is what the forgiving one is for."""
    with_cache(settings, "django.core.cache.backends.redis.RedisCache", free_port())
    client = as_user(None)
    client.raise_request_exception = False
    assert client.post(f"/meedoen/{cast.project.slug}/nl/aanmelden/", {}).status_code == 500
