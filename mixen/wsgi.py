"""The door for a web server such as gunicorn."""

import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mixen.settings")

# A thread that comes back from the database waits this long for one that computes. The default, ten times as long,
# held the database's write lock all that time: registering from forty tablets took a tenth longer.
sys.setswitchinterval(0.0005)
application = get_wsgi_application()
