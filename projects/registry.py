"""How apps contribute to a page they do not own: the page asks, each app answers from its own rows."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from django.utils.module_loading import autodiscover_modules

T = TypeVar("T")


class Registry(Generic[T]):
    """What the apps' modules called ``module`` contribute, in order.

    The modules are imported at first use, so an app only has to have one.
    """

    def __init__(self, module: str) -> None:
        self.module = module
        self._found: list[tuple[int, T]] = []
        self._loaded = False

    def add(self, order: int, item: T) -> None:
        """Contribute ``item`` at place ``order``; lower comes first."""
        self._found.append((order, item))

    def register(self, order: int) -> Callable[[T], T]:
        """``add`` as a decorator."""

        def keep(item: T) -> T:
            self.add(order, item)
            return item

        return keep

    def __iter__(self) -> Iterator[T]:
        if not self._loaded:
            autodiscover_modules(self.module)
            self._loaded = True
        return iter([item for _order, item in sorted(self._found, key=lambda found: found[0])])
