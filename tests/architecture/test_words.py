"""One term per thing: models stand in the glossary, text is NFC, nothing is special-cased."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from django.apps import apps

REPOSITORY = Path(__file__).resolve().parents[2]
TEXTS = (".py", ".html", ".md", ".css", ".js", ".json", ".toml")


def _files():
    for path in REPOSITORY.rglob("*"):
        parts = set(path.relative_to(REPOSITORY).parts)
        if path.suffix in TEXTS and not parts & {".venv", "var", ".git", "node_modules", "samples"}:
            yield path


def test_every_model_is_in_the_glossary():
    glossary = (REPOSITORY / "docs" / "glossary.md").read_text(encoding="utf-8")
    models = [model for model in apps.get_models() if model.__module__.startswith("lantoa.")]
    missing = [m.__name__ for m in models if f"`{m.__name__}`" not in glossary]
    assert models and not missing


def test_all_text_is_nfc():
    wrong = [
        str(path.relative_to(REPOSITORY))
        for path in _files()
        if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))
    ]
    assert not wrong


def test_code_names_no_place_or_number_of_the_example():
    """The example is data: reading rules and screens must work for any authority."""
    special = re.compile(r"ninh\s*h[oòóa]+|khánh hòa|nha trang|130/QĐ|430 /QĐ", re.IGNORECASE)
    wrong = []
    for path in (REPOSITORY / "lantoa").rglob("*"):
        inside = path.relative_to(REPOSITORY).parts
        if path.suffix not in {".py", ".html", ".js"} or "tests" in inside or "examples" in inside:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if special.search(line):
                wrong.append(f"{'/'.join(inside)}:{number}")
    assert not wrong


def test_the_project_names_no_machine_path_or_package_host():
    foreign = re.compile(
        "/" + r"work/|/" + r"root/|pypi" + r"\.org|files\.python" + r"hosted|registry\.npm" + "js"
    )
    wrong = [
        str(path.relative_to(REPOSITORY))
        for path in _files()
        if foreign.search(path.read_text(encoding="utf-8"))
    ]
    assert not wrong
