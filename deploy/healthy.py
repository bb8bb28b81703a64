"""Exit 0 when the web process of this container can work, 1 when it cannot: for HEALTHCHECK, which has no curl."""

import os
import sys
from http.client import HTTPConnection, HTTPException

PORT = int(os.environ.get("WEB_BIND", "127.0.0.1:8000").rpartition(":")[2])
HOST = os.environ.get("ALLOWED_HOSTS", "localhost").partition(",")[0].strip().removeprefix(".")

connection = HTTPConnection("127.0.0.1", PORT, timeout=4)
try:
    connection.request("GET", "/readyz/web/", headers={"Host": HOST})
    sys.exit(connection.getresponse().status != 200)
except (OSError, HTTPException):
    sys.exit(1)
