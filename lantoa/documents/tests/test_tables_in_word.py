"""Tables with merged cells, as Word files hold them: what stands once for several rows."""

from __future__ import annotations

import docx
import pytest

from lantoa.documents.reading.reader import read_bytes

from .word_files import saved

HEADER = ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]
CASES = {
    "one number over several tasks": (
        [
            HEADER,
            "1|In sổ tay|Phòng A||Quý I",
            "|Phát sổ tay|Phòng B||Quý II",
            "2|Tổng kết|Phòng C||Quý IV",
        ],
        ["10:20"],
        [
            "1|In sổ tay|Phòng A||Quý I",
            "2|Phát sổ tay|Phòng B||Quý II",
            "3|Tổng kết|Phòng C||Quý IV",
        ],
    ),
    "who and when once for two tasks": (
        [HEADER, "1|In sổ tay|Phòng A|Phòng B|Quý I", "2|Phát sổ tay|||"],
        ["12:22", "13:23", "14:24"],
        ["1|In sổ tay|Phòng A|Phòng B|Quý I", "2|Phát sổ tay|Phòng A|Phòng B|Quý I"],
    ),
    "one task of two agencies": (
        [HEADER, "1|In sổ tay|Phòng Nội vụ||Quý I", "||Phòng Tư pháp||Quý II"],
        ["10:20", "11:21"],
        ["1|In sổ tay|Phòng Nội vụ; Phòng Tư pháp||Quý I; Quý II"],
    ),
    "an agency before its tasks": (
        [
            ["STT", "Cơ quan, đơn vị", "Nội dung công việc", "Thời hạn"],
            "1|Phòng Nội vụ|Xây dựng kế hoạch|Trong năm",
            "||Kiểm tra việc thực hiện|",
            "2|Phòng Tư pháp|Rà soát văn bản|Quý III",
            "||Thi tìm hiểu pháp luật|Quý IV",
        ],
        ["10:20", "11:21", "13:23", "30:40", "31:41"],
        [
            "1|Xây dựng kế hoạch|Phòng Nội vụ||Trong năm",
            "2|Kiểm tra việc thực hiện|Phòng Nội vụ||Trong năm",
            "3|Rà soát văn bản|Phòng Tư pháp||Quý III",
            "4|Thi tìm hiểu pháp luật|Phòng Tư pháp||Quý IV",
        ],
    ),
    "a field over its tasks": (
        [
            ["STT", "Nhiệm vụ", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"],
            "1|Tuyên truyền miệng|Nói chuyện chuyên đề|Phòng A|Quý I",
            "||Tọa đàm tại thôn|Phòng B|Quý II",
            "2|Trực quan|Dựng pa nô|Phòng C|Quý III",
        ],
        ["10:20", "11:21"],
        [
            "1|Nói chuyện chuyên đề|Phòng A||Quý I",
            "2|Tọa đàm tại thôn|Phòng B||Quý II",
            "3|Dựng pa nô|Phòng C||Quý III",
        ],
    ),
    "a header of two levels and groups over all columns": (
        [
            ["STT", "Nội dung", "Phân công", "", "Thời gian"],
            "||Chủ trì|Phối hợp|",
            "I. Công tác chỉ đạo||||",
            "1|Ban hành kế hoạch|Phòng Nội vụ|Các phòng|20/01/2031",
        ],
        ["00:10", "01:11", "02:03", "04:14", "20:24"],
        ["1|Ban hành kế hoạch|Phòng Nội vụ|Các phòng|20/01/2031"],
    ),
    "years to be ticked": (
        [
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Lộ trình", ""],
            "|||2031|2032",
            "1|Thay loa truyền thanh|Phòng A|x|",
            "2|Khảo sát mức độ hài lòng|Phòng B|x|x",
        ],
        ["00:10", "01:11", "02:12", "03:04"],
        [
            "1|Thay loa truyền thanh|Phòng A||Năm 2031",
            "2|Khảo sát mức độ hài lòng|Phòng B||Năm 2031, 2032",
        ],
    ),
}  # fmt: skip


def _word(rows, merges):
    cells = [row if isinstance(row, list) else row.split("|") for row in rows]
    document = docx.Document()
    for text in ("KẾ HOẠCH", "Tuyên truyền năm 2031", "I. NHIỆM VỤ"):
        document.add_paragraph(text)
    table = document.add_table(len(cells), len(cells[0]))
    for r, row in enumerate(cells):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    for (top, left), (bottom, right) in (merge.split(":") for merge in merges):
        text = table.cell(int(top), int(left)).text
        merged = table.cell(int(top), int(left)).merge(table.cell(int(bottom), int(right)))
        merged.text = text
    return saved(document)


@pytest.mark.parametrize("name", CASES)
def test_merged_cells_hold_for_every_duty_they_cover(name):
    rows, merges, wanted = CASES[name]
    found = read_bytes(_word(rows, merges), name="a.docx").documents[0].activities
    assert [
        "|".join(
            [
                str(duty.number),
                duty.task,
                "; ".join(p.name for p in duty.parties if p.role == "lead"),
                "; ".join(p.name for p in duty.parties if p.role == "coordinating"),
                duty.due.text,
            ]
        )
        for duty in found
    ] == wanted
