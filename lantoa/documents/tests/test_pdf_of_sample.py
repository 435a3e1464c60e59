"""The worked example printed to PDF by a browser reads as the same plan as its text."""

from __future__ import annotations

import html
import shutil
import subprocess
from pathlib import Path

from lantoa.documents.reading.reader import read_file

SAMPLE = Path(__file__).parents[3] / "tests/samples/ninh-hoa-2023/source.txt"
STYLE = """@page{size:A4;margin:2cm 1.8cm 2cm 3cm} body{font:13pt 'DejaVu Serif';line-height:1.35;
text-align:justify} p{margin:5pt 0;text-indent:1cm} .c{text-align:center;text-indent:0}
table{border-collapse:collapse} td{border:.6pt solid;padding:3pt 5pt;vertical-align:top;
text-align:left;font-size:11.5pt}"""


def _page(lines: list[str]) -> str:
    parts, rows = [f"<meta charset=utf-8><style>{STYLE}</style>"], []
    for line in [*lines, ""]:
        if "\t" in line:
            rows.append("".join(f"<td>{html.escape(cell)}" for cell in line.split("\t")))
            continue
        words = line.strip().strip("*")
        if rows and words:
            parts.append(f"<table>{''.join(f'<tr>{row}' for row in rows)}</table>")
            rows = []
        if words:
            titled = " class=c" if words.isupper() and len(words) < 90 else ""
            parts.append(f"<p{titled}>{html.escape(words)}")
    return "\n".join(parts)


def _shape(document):
    return (
        (document.kind, document.status, document.symbol, document.date, document.signer),
        (document.title, document.recipients, document.parent, document.version_of),
        [(duty.path, duty.text.replace("*", "")) for duty in document.obligations],
        [(a.number, a.task, a.assignment, a.due.text) for a in document.activities],
    )


def test_the_sample_as_a_pdf_of_many_pages_reads_as_its_text(tmp_path):
    page, printed = tmp_path / "a.html", tmp_path / "a.pdf"
    page.write_text(_page(SAMPLE.read_text("utf-8").split("\n")), "utf-8")
    names = ("chromium", "chromium-browser", "google-chrome")
    browser = next(filter(None, map(shutil.which, names)), None)
    assert browser, "Thiếu Chromium: chạy script/browser."
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
               "--no-pdf-header-footer", f"--user-data-dir={tmp_path}/ho-so",
               f"--print-to-pdf={printed}", page.as_uri()]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    ours, plain = read_file(printed), read_file(SAMPLE)
    assert ours.file.pages > 20
    assert [_shape(d) for d in ours.documents] == [_shape(d) for d in plain.documents]
