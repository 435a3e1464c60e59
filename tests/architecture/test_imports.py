"""No app reaches into another app's models: reads go through selectors, writes through services."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "lantoa"
OPEN = {"common", "cms"}
APPS = {path.parent.name for path in ROOT.glob("*/apps.py")}


def _imports(tree: ast.AST, *, typing: bool = False) -> Iterator[str]:
    """Modules imported at run time (`if TYPE_CHECKING` blocks are left out)."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        yield from _imports(node)


def _is_test(path: Path) -> bool:
    return "tests" in path.parts or path.name in {"factories.py"} or "migrations" in path.parts


def test_no_app_imports_another_apps_models():
    assert {"plans", "documents", "organisations"} <= APPS
    wrong = []
    for path in ROOT.rglob("*.py"):
        app = path.relative_to(ROOT).parts[0]
        if _is_test(path) or app not in APPS:
            continue
        for module in _imports(ast.parse(path.read_text(encoding="utf-8"))):
            parts = module.split(".")
            foreign = parts[:1] == ["lantoa"] and len(parts) > 2 and parts[2] == "models"
            if foreign and parts[1] not in OPEN | {app}:
                wrong.append(f"{path.relative_to(ROOT)} imports {module}")
    assert not wrong


def test_views_neither_query_models_nor_save():
    wrong = []
    for path in ROOT.rglob("web/**/*.py"):
        if _is_test(path):
            continue
        source = path.read_text(encoding="utf-8")
        wrong += [
            f"{path.relative_to(ROOT)}: {needle}"
            for needle in (".objects.", ".save(", ".delete(")
            if needle in source
        ]
    assert not wrong
