"""Of a meeting that was moved, the team and its guests are told."""

from projects.moved import tellers
from projects.telling import make_notices

tellers.add(10, make_notices)
