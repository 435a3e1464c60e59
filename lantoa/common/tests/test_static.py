"""What the browser loads stays light, complete and licensed."""

import gzip
import re
from pathlib import Path

import pytest

COMMON = Path(__file__).parents[1]
STATIC = COMMON / "static/lantoa"
APPS = COMMON.parent
SYMBOLS = set(
    re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons/icons.svg").read_text(encoding="utf-8"))
)


def _sent(name: str) -> int:
    """Bytes on the line: fonts are compressed already, the rest by the server."""
    body = (STATIC / name).read_bytes()
    return len(body) if name.endswith(".woff2") else len(gzip.compress(body, 9))


def test_style_sheet_and_scripts_keep_their_budget():
    assert (STATIC / "css/lantoa.css").stat().st_size <= 50_000
    assert (STATIC / "css/workspace.css").stat().st_size <= 24_000
    assert _sent("css/lantoa.css") <= 12_000
    everywhere = set((STATIC / "js").glob("*.js")) - {STATIC / "js/uploads.js"}
    assert sum(path.stat().st_size for path in everywhere) <= 8_000
    # Only on pages with a picker of files.
    assert _sent("js/uploads.js") <= 4_000


def test_a_public_page_needs_less_than_80_kb_beside_its_own_text():
    files = ["css/lantoa.css", "js/theme.js", "js/lantoa.js", "icons/icons.svg", "img/ripple.svg"]
    files += [f"fonts/be-vietnam-pro-{weight}.woff2" for weight in ("400", "500", "600")]
    assert sum(_sent(name) for name in files) < 80_000


@pytest.mark.parametrize("font", sorted((STATIC / "fonts").glob("*.woff2")), ids=lambda f: f.name)
def test_fonts_are_small(font):
    assert font.stat().st_size <= 25_000


def test_everything_the_style_sheet_names_is_there():
    css = STATIC / "css/lantoa.css"
    named = re.findall(r'url\("([^"]+)"\)', css.read_text(encoding="utf-8"))
    assert named and all((css.parent / name).resolve().is_file() for name in named)


def test_nothing_is_fetched_from_elsewhere():
    for path in [*STATIC.rglob("*.css"), *(STATIC / "js").glob("*.js")]:
        assert not re.search(r"https?://(?!www\.w3\.org)", path.read_text(encoding="utf-8"))


def test_licences_travel_with_what_they_cover():
    for name in ("fonts/OFL.txt", "icons/LUCIDE-LICENSE.txt", "vendor/HTMX-LICENSE.txt"):
        assert (STATIC / name).stat().st_size > 300


def test_every_icon_named_in_a_template_or_the_code_is_in_the_sprite():
    named = set()
    for path in APPS.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'{% icon "([\w-]+)"', text))
        named |= set(re.findall(r'\sicon="([\w-]+)"', text))
    for path in APPS.rglob("*.py"):
        named |= set(re.findall(r'\bicon="([\w-]+)"', path.read_text(encoding="utf-8")))
    assert named and not named - SYMBOLS
