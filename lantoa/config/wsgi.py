"""The WSGI application that the web server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.config.settings.production")

application = get_wsgi_application()

from lantoa.accounts import demo_guard  # noqa: E402  (needs the applications loaded)

demo_guard.stop_unless_allowed()
