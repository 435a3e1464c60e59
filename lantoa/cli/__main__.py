"""Lets `python -m lantoa.cli` stand for the `lantoa` command."""

from .main import entry

entry()
