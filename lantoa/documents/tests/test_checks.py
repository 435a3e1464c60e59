"""Checks: each fault put into a clean, invented package is found where it stands, and only it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lantoa.common.rules.vietnamese import match_key
from lantoa.documents.reading.checks.assignees import _is_known
from lantoa.documents.reading.checks.codes import SEVERITIES
from lantoa.documents.reading.model import Finding
from lantoa.documents.reading.reader import read_text

from .invented import PACKAGE

PAGE = Path(__file__).parents[3] / "docs" / "checks.md"
GOAL = "- Các nội dung khác do cơ quan, đơn vị lựa chọn."
DUTY = "b) Phát thanh chuyên mục cải cách hành chính trên đài truyền thanh xã."
ROW = "2\tLồng ghép cải cách hành chính vào phổ biến pháp luật\tTin, bài\t"
FIRST = (
    "- Nâng cao nhận thức của cán bộ, công chức các cơ quan, đơn vị, UBND các xã (gọi tắt là cơ "
    "quan, "
    "đơn vị) về cải cách."
)
INDICES = "(PCI), (PAPI), (SIPAS)"
NEAR = (
    "- Nâng cao nhận thức của cán bộ, công chức, viên chức các cơ quan, đơn vị, UBND các xã về "
    "cải cách."
)
TOPIC = (
    "- Kết quả xếp hạng: hài lòng (SIPAS), quản trị (PAPI), cạnh tranh (PCI) và việc khắc phục "
    "hạn chế."
)


def findings(text: str) -> list[Finding]:
    return read_text(text, name="vb.txt").findings


def line_of(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), start=1) if words in line)


def after(anchor: str, *lines: str) -> tuple[str, str]:
    return anchor, "\n\n".join([anchor, *lines])


def test_clean_package_has_no_findings() -> None:
    assert [(f.code, f.line, f.quote) for f in findings(PACKAGE)] == []


FAULTS: list[tuple[str, tuple[str, str], str]] = [
    (
        "own-number-differs",
        (
            "ĐIỂM NĂM 2024\n(Ban hành kèm theo Quyết định số 12",
            "ĐIỂM NĂM 2024\n(Ban hành kèm theo Quyết định số 42",
        ),
        "42/QĐ-UBND",
    ),
    (
        "own-date-differs",
        (
            "ĐIỂM NĂM 2024\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 10",
            "ĐIỂM NĂM 2024\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 11",
        ),
        "ngày 11 tháng 01 năm 2024",
    ),
    (
        "attachment-formula-differs",
        ("ĐIỂM NĂM 2024\n(Ban hành kèm", "ĐIỂM NĂM 2024\n(Kèm"),
        "Kèm theo",
    ),
    ("basis-after-document", ("ngày 08/01/2024", "ngày 18/01/2024"), "3/TTr-NV"),
    (
        "citation-after-document",
        after(FIRST, "- Thực hiện Công văn số 7/NV ngày 01/4/2024 của Phòng Nội vụ."),
        "7/NV",
    ),
    (
        "cited-date-differs",
        (
            "Chủ trì, phối hợp với các cơ quan liên quan tuyên truyền về cải cách thể chế.",
            "Thực hiện Quyết định số 9/QĐ-UBND ngày 06/01/2024 của UBND tỉnh Bắc Hà.",
        ),
        "ngày 06/01/2024",
    ),
    (
        "kind-against-symbol",
        ("Quyết định số 9/QĐ-UBND", "Kế hoạch số 9/QĐ-UBND"),
        "Kế hoạch số 9/QĐ-UBND",
    ),
    ("symbol-spelling", ("Quyết định số 9/QĐ-UBND", "Quyết định số 9/QĐUBND"), "9/QĐUBND"),
    (
        "symbol-without-so",
        ("Quyết định số 9/QĐ-UBND", "Quyết định 9/QĐ-UBND"),
        "Quyết định 9/QĐ-UBND",
    ),
    (
        "deadline-before-issue",
        ("trước ngày 15/12/2024", "trước ngày 05/01/2024"),
        "trước ngày 05/01/2024",
    ),
    ("impossible-date", ("trước ngày 15/12/2024", "trước ngày 31/11/2024"), "31/11/2024"),
    (
        "past-year",
        ("được công bố cho người dân", "được công bố trong năm 2021 cho người dân"),
        "trong năm 2021",
    ),
    (
        "beyond-plan-year",
        ("vào phổ biến pháp luật\t", "vào phổ biến pháp luật năm 2024, năm 2025\t"),
        "năm 2025",
    ),
    ("repeated-item", after(DUTY, DUTY.replace("b)", "c)")), DUTY[3:]),
    ("catch-all-not-last", after(GOAL, "- Thông tin về dịch vụ công."), "Các nội dung khác"),
    (
        "conflicting-route",
        (
            DUTY,
            "b) Định kỳ hàng tháng (trước ngày 25), gửi tin, bài về kết quả "
            "cải cách hành chính (thông qua Sở Nội vụ).",
        ),
        "thông qua Sở Nội vụ",
    ),
    (
        "duty-stated-again",
        (DUTY, "b) Hàng tháng gửi tin, bài giới thiệu gương người tốt của địa phương."),
        "Định kỳ hàng tháng (trước ngày 25)",
    ),
    (
        "assignee-twice",
        after(DUTY, "4. Phòng Tư pháp", "Rà soát văn bản quy phạm pháp luật."),
        "Phòng Tư pháp",
    ),
    ("assignee-without-duties", (f"{ROW}Phòng Tư pháp", f"{ROW}Phòng Kinh tế"), "Phòng Kinh tế"),
    (
        "lead-not-said",
        (f"{ROW}Phòng Tư pháp chủ trì", f"{ROW}Phòng Tư pháp phối hợp với các cơ quan liên quan"),
        "Phòng Tư pháp",
    ),
    (
        "coordination-word-missing",
        (f"{ROW}Phòng Tư pháp chủ trì", f"{ROW}Phòng Tư pháp chủ trì với Phòng Nội vụ"),
        "chủ trì với",
    ),
    (
        "broken-link",
        (DUTY, DUTY[:-1] + " <https://a.gov.vn; b.gov.vn>."),
        "<https://a.gov.vn; b.gov.vn>",
    ),
    (
        "higher-level-addressee",
        ("Chủ trì, phối hợp với các cơ quan liên quan", "Các sở, ban, ngành thuộc tỉnh"),
        "Các sở, ban, ngành thuộc tỉnh",
    ),
    ("near-repeated-item", after(FIRST, NEAR), "Nâng cao nhận thức"),
    ("repeated-topic", after(FIRST, TOPIC), "các chỉ số đánh giá"),
    ("name-variants", (INDICES, "(ICT Index), (ICT INDEX)"), "ICT INDEX"),
    (
        "little-time-left",
        ("trong quý II/2024", "từ ngày 12/01/2024 đến ngày 15/01/2024"),
        "từ ngày 12/01/2024 đến ngày 15/01/2024",
    ),
    (
        "motto-missing",
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n", ""),
        "ỦY BAN NHÂN DÂN",
    ),
    (
        "placeholder-left",
        (
            "Theo đề nghị của Phòng Nội vụ tại Tờ trình",
            "Theo đề nghị ngày … tháng … của Phòng Nội vụ tại Tờ trình",
        ),
        "ngày … tháng",
    ),
    ("signature-block-missing", ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n", ""), "Trần Văn An"),
    ("closing-mark", ("Quyết định này./.", "Quyết định này. /"), "này. /"),
]


@pytest.mark.parametrize(("code", "change", "quote"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_fault_is_found_where_it_stands(code: str, change: tuple[str, str], quote: str) -> None:
    text = PACKAGE.replace(*change, 1)
    assert text != PACKAGE

    found = [f for f in findings(text) if f.code == code]

    assert [quote in f.quote for f in found] == [True]
    assert found[0].quote in text.split("\n")[found[0].line - 1]
    assert found[0].severity == SEVERITIES[code]


@pytest.mark.parametrize(
    ("code", "change"), [(code, change) for code, change, _ in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_fault_raises_no_other_error(code: str, change: tuple[str, str]) -> None:
    errors = {f.code for f in findings(PACKAGE.replace(*change, 1)) if f.severity == "error"}

    assert errors <= {code}


BROKEN = """\
1\tHội nghị triển khai kế hoạch cải cách\tHội nghị\tPhòng Nội vụ chủ trì\tQuý I/2024

STT\tNhiệm vụ\tHình thức\tPhân công\tTiến độ
\thành chính\t\t\t
"""


def test_row_cut_by_a_page_break_and_the_header_printed_again_are_told() -> None:
    row = next(line for line in PACKAGE.split("\n") if line.startswith("1\t"))
    text = PACKAGE.replace(f"{row}\n", BROKEN)

    found = {f.code: f for f in findings(text)}

    assert set(found) == {"broken-row", "repeated-header"}
    assert found["broken-row"].line == line_of(text, "\thành chính")
    assert found["broken-row"].related[0].quote == "Hội nghị triển khai kế hoạch cải cách"


def test_paragraph_cut_by_a_page_break_is_told() -> None:
    text = PACKAGE.replace("trên đài truyền thanh xã.", "trên\n\nđài truyền thanh xã.")

    (finding,) = findings(text)

    assert (finding.code, finding.severity) == ("paragraph-across-pages", "note")


def draft_of(text: str) -> str:
    """The plan once more, as a draft in the same file, with a province's words left in it."""
    plan = text[text.index("KẾ HOẠCH\n") : text.index("PHỤ LỤC")]
    return plan.replace("người dân trong huyện", "người dân của tỉnh ✓", 1)


def test_second_version_is_told_with_what_it_copied_from_a_higher_level() -> None:
    text = PACKAGE + "\n" + draft_of(PACKAGE)

    found = {f.code: f for f in findings(text)}

    assert set(found) == {"two-versions", "reviewer-mark", "higher-level-name"}
    assert found["higher-level-name"].line == line_of(text, "của tỉnh")
    assert "của tỉnh" in found["higher-level-name"].quote
    assert found["higher-level-name"].related[0].line == line_of(text, "người dân trong huyện")


def test_every_code_is_explained_on_the_page_and_every_row_is_a_code() -> None:
    rows = re.findall(
        r"^\| `([a-z-]+)` \| (\w+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert dict(rows) == SEVERITIES
    assert len(rows) == len(SEVERITIES)


def test_page_gives_rule_example_and_source_of_every_check() -> None:
    rows = [row for row in PAGE.read_text(encoding="utf-8").split("\n") if row.startswith("| `")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]

    assert len(rows) == len(SEVERITIES)
    assert [row for row in cells if len(row) != 5 or not all(row)] == []


def test_checks_know_no_code_that_is_not_listed() -> None:
    folder = Path(__file__).parents[1] / "reading" / "checks"
    named = {
        code
        for path in folder.glob("*.py")
        if path.name != "codes.py"
        for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text(encoding="utf-8"))
    }

    assert named == set(SEVERITIES)


@pytest.mark.parametrize(
    "lines",
    [
        ("- Sản lượng xoài phấn đấu đến năm 2030 đạt 18.000 tấn, tham gia xuất khẩu.",
         "- Sản lượng nhãn phấn đấu đến năm 2030 đạt 8.500 tấn, tham gia xuất khẩu."),
        ("- Chủ trì triển khai các nhiệm vụ tại mục 2 phần IV của Kế hoạch này.",
         "- Chủ trì triển khai các nhiệm vụ tại mục 5 phần IV của Kế hoạch này."),
    ],
)  # fmt: skip
def test_items_of_one_pattern_are_no_repetition(lines: tuple[str, str]) -> None:
    assert findings(PACKAGE.replace(*after(FIRST, *lines))) == []


def test_letter_of_an_organ_whose_code_is_also_a_type_is_no_fault() -> None:
    text = PACKAGE.replace("Tờ trình số 3/TTr-NV", "Công văn số 3/CT-NV")

    assert findings(text) == []


def test_deadline_without_a_year_is_not_held_against_the_date_of_issue() -> None:
    text = PACKAGE.replace("trước ngày 15/12/2024", "trước ngày 05/01")

    assert findings(text) == []


def test_forms_with_blanks_at_the_end_are_no_fault() -> None:
    form = "MẪU BÁO CÁO\n\nSố: …/BC-…\n\n…, ngày … tháng … năm …\n"

    assert "placeholder-left" not in {f.code for f in findings(f"{PACKAGE}\n{form}")}


@pytest.mark.parametrize(
    ("name", "responsible", "known"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh", True),
        ("Chi cục Thủy lợi", "Các Chi cục thuộc Sở", True),
        ("Phòng Thủy lợi", "Các Chi cục thuộc Sở", False),
        ("Phòng Thủy lợi", "Các phòng, ban thuộc huyện", False),
        ("Phòng Thủy lợi", "Các phòng, đơn vị thuộc Sở", True),
        ("Trung tâm Tin học", "Các phòng, đơn vị trực thuộc Sở", True),
        ("Báo Lâm Hải", "Các phòng, đơn vị thuộc Sở", False),
    ],
)
def test_assignee_is_known_by_its_full_name_or_its_class(name, responsible, known) -> None:
    assert _is_known(match_key(name), {match_key(responsible)}) is known
