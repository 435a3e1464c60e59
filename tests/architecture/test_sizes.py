"""Files and functions stay small, and names say what a file decides."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    path
    for folder in ("lantoa", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
TEMPLATES = sorted((ROOT / "lantoa").rglob("templates/**/*.html"))
BANNED = {"utils.py", "helpers.py", "misc.py", "manager.py", "base.py"}


def _code_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_files_stay_under_400_lines():
    assert SOURCES and TEMPLATES
    long = {str(p.relative_to(ROOT)): _code_lines(p) for p in SOURCES if _code_lines(p) > 400}
    assert not long


def test_templates_stay_under_100_lines():
    long = {str(p.relative_to(ROOT)): _code_lines(p) for p in TEMPLATES if _code_lines(p) > 100}
    assert not long


def test_functions_stay_under_40_lines():
    long = []
    for path in SOURCES:
        limit = 40
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > limit:
                    long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name} {length}")
    assert not long


def test_no_catch_all_file_names():
    bad = [
        str(p.relative_to(ROOT)) for p in SOURCES if p.name in BANNED and "settings" not in p.parts
    ]
    assert not bad


@pytest.mark.parametrize("folder", ["lantoa"])
def test_every_module_says_what_it_decides(folder):
    silent = []
    for path in (
        p for p in SOURCES if folder in p.parts and p.name not in {"__init__.py", "apps.py"}
    ):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and not ast.get_docstring(tree) and "tests" not in path.parts:
            silent.append(str(path.relative_to(ROOT)))
    assert not silent
