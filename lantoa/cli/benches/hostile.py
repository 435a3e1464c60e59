"""Files made to stop a reader (tệp cố ý làm nghẽn): endless lines, nesting, bombs, long runs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

_HEAD = "KẾ HOẠCH\nTuyên truyền cải cách hành chính năm 2031\nI. NHIỆM VỤ\n"
_OFFICE = "http://schemas.openxmlformats.org"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="r" '
    f'Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
# Words that open a list, a name, a date or a share, said again and again within one line.
_RUNS = (
    *("quý I, ", "và ", "Aa, ", "Tỷ lệ a ", "trước ngày 5/3 và ", "Phòng Aa, ", "phối hợp với "),
    *("12/QĐ-UBND ", "Luật a ", "Nghị quyết Đại hội (", "a.", "; ", "<a ", "**a*b_", "1/"),
)
_RUN = 190_000


def files() -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Each file by what is wrong with it: the ending of its name, and its bytes."""
    for name, make in _TEXTS.items():
        yield name, (".txt", (_HEAD + make()).encode())
    for run in _RUNS:
        line = (run * (_RUN // len(run)))[:_RUN]
        yield f"lặp “{run.strip()}”", (".txt", f"{_HEAD}- {line}\n".encode())
    yield "Word bung ra 300 MB", (".docx", _word(f"<w:p>{'a' * 300_000_000}</w:p>"))
    for name, times in (("w:sdt", 50_000), ("w:tbl", 3_000)):
        opened = "".join(f"<{part}>" for part in _INSIDE[name])
        closed = "".join(f"</{part}>" for part in reversed(_INSIDE[name]))
        yield f"Word lồng {times} tầng {name}", (".docx", _word(opened * times + closed * times))
    deep = "<div>" * 100_000 + "x" + "</div>" * 100_000
    yield "trang web lồng 100.000 tầng", (".html", f"<html><body>{deep}".encode())


_INSIDE = {"w:sdt": ("w:sdt",), "w:tbl": ("w:tbl", "w:tr", "w:tc")}
_TABLE = "STT\tNhiệm vụ\tChủ trì"
_TEXTS: dict[str, Callable[[], str]] = {
    "một dòng 10 MB": lambda: "- " + "tuyên truyền " * 700_000,
    "20 dòng rất dài": lambda: ("- " + "Phòng Nội vụ rà soát, " * 8_000 + "\n") * 20,
    "một triệu dòng ngắn": lambda: "a\n" * 1_000_000,
    "95.000 mục ngắn": lambda: "- Rà soát\n" * 95_000,
    "95.000 dòng ngắn": lambda: "- a b\n" * 95_000,
    "bảng 5.000 cột": lambda: f"{_TABLE}{'|Cột' * 5_000}\n1\tViệc\tA{'|x' * 5_000}\n".replace(
        "|", "\t"
    ) * 20,
    "bảng 30.000 hàng": lambda: f"{_TABLE}\n" + "".join(
        f"{n}\tViệc {n}\tPhòng A\n" for n in range(30_000)
    ),
    "10.000 mục gần giống nhau": lambda: "".join(
        f"- Phòng Nội vụ rà soát {n % 97} thủ tục {n % 89}, niêm yết {n} tại bộ phận một cửa\n"
        for n in range(10_000)
    ),
    "45.000 văn bản trong một tệp": lambda: "KẾ HOẠCH\nTuyên truyền\n" * 45_000,
}  # fmt: skip


def _word(body: str) -> bytes:
    namespace = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
    document = f"<w:document {namespace}><w:body>{body}</w:body></w:document>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", document)
    return stream.getvalue()
