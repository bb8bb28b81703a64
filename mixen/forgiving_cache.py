"""Counts in Redis that are missed when Redis is away, and never stop a page."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def _forgiving(name: str, instead: Callable[..., Any]) -> Any:
    usual = getattr(RedisCache, name)

    @wraps(usual)
    def tried(self: RedisCache, *args: Any, **kwargs: Any) -> Any:
        try:
            return usual(self, *args, **kwargs)
        except RedisError as error:
            logger.warning("the cache does not answer (%s); going on without it", type(error).__name__)
            return instead(*args, **kwargs)

    return tried


def _not_there(key: Any, *_args: Any, **_kwargs: Any) -> int:
    raise ValueError(f"Key '{key}' not found")  # what a cache says of a count that ran out


class ForgivingRedisCache(RedisCache):
    """As Django's, but with Redis away nothing is known and nothing is kept: the brake on public pages lets through.

    The brake is there against machines; a hall full of people must not stand still because a count cannot be kept.
    """

    add = _forgiving("add", lambda *_args, **_kwargs: True)  # a lock that allauth takes here is then had at once
    get = _forgiving("get", lambda _key, default=None, *_args, **_kwargs: default)
    set = _forgiving("set", lambda *_args, **_kwargs: None)
    touch = _forgiving("touch", lambda *_args, **_kwargs: False)
    delete = _forgiving("delete", lambda *_args, **_kwargs: False)
    get_many = _forgiving("get_many", lambda *_args, **_kwargs: {})
    has_key = _forgiving("has_key", lambda *_args, **_kwargs: False)
    incr = _forgiving("incr", _not_there)
    set_many = _forgiving("set_many", lambda *_args, **_kwargs: [])
    delete_many = _forgiving("delete_many", lambda *_args, **_kwargs: None)
    clear = _forgiving("clear", lambda *_args, **_kwargs: False)
