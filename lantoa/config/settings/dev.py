"""A local instance (`script/server`): a key kept beside the data, demo accounts allowed."""

from lantoa.config import env

from .base import *  # noqa: F403
from .base import DATA

DEBUG = env.flag("LANTOA_DEBUG")
SECRET_KEY = env.text("LANTOA_SECRET_KEY") or env.kept_secret(DATA / "secret-key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *env.words("LANTOA_HOSTS")]
if env.text("HOST"):
    ALLOWED_HOSTS.append("*" if env.text("HOST") in {"0.0.0.0", "::"} else env.text("HOST"))
LANTOA_DEMO = True
