"""Settings of the test suite: fast hashing, throw-away data, errors raised."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES, STORAGES

SECRET_KEY = "tests-only"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
_FOLDER = tempfile.TemporaryDirectory(prefix="lantoa-test-")  # removed when the run ends
DATA = Path(_FOLDER.name)
MEDIA_ROOT = DATA / "media"
STORAGES = {
    **STORAGES,
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(DATA / "private"), "base_url": None},
    },
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
WHITENOISE_AUTOREFRESH = True
LANTOA_DEMO = True
DATABASES["default"].setdefault("TEST", {})
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: the browser tests' server has threads, each with a connection of its own.
    DATABASES["default"]["TEST"]["NAME"] = str(DATA / "test.sqlite3")
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # A pool outlives the test database it points to.
    DATABASES["default"]["OPTIONS"].pop("pool", None)
