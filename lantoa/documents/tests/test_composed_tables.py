"""Tables composed at random, seeds fixed: columns in any order, odd words, missing cells."""

from __future__ import annotations

import random

import pytest

from lantoa.documents.reading.reader import read_text
from tests.evaluation.damage import flattened

HEAD = "KẾ HOẠCH\nTuyên truyền năm 2031\n\nI. NHIỆM VỤ\n\n"
FOOT = "\n\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ theo dõi, đôn đốc.\n"
ORDER = ["task", "forms", "product", "lead", "coordinating", "due", "other"]
HEADERS = {
    "task": "Nhiệm vụ|Nội dung công việc|Tên hoạt động|Việc|Nội dung thực hiện|Đầu việc",
    "lead": "Cơ quan chủ trì|Đơn vị thực hiện|Chủ trì thực hiện|Người phụ trách|Đơn vị đầu mối",
    "coordinating": "Cơ quan phối hợp|Phối hợp|Cùng thực hiện|Đơn vị tham gia",
    "due": "Thời gian|Thời hạn|Tiến độ|Thời điểm hoàn thành|Hạn hoàn thành",
    "product": "Sản phẩm|Kết quả|Sản phẩm đầu ra",
    "forms": "Hình thức|Cách làm",
    "other": "Ghi chú|Đối tượng|Địa điểm|Kinh phí (triệu đồng)|Nguồn kinh phí",
}
CELLS = {
    "task": "Xây dựng chuyên mục trên Cổng thông tin điện tử|In tờ rơi|Hội thi tìm hiểu pháp luật|"
    "Các lớp tập huấn cho trưởng thôn|Tháng hành động vì trẻ em|Sơ kết 6 tháng đầu năm|"
    "Đối thoại giữa Chủ tịch UBND xã với Nhân dân|Tuần lễ chuyển đổi số|Ngày hội công nghệ số",
    "lead": "Phòng Nội vụ|Văn phòng HĐND và UBND|Bà Lò Thị Hoa|Công an xã|Hạt Kiểm lâm|Điện lực|"
    "Ngân hàng Chính sách xã hội|Đài TT-TH|Tổ công nghệ số cộng đồng|Nhà văn hóa",
    "coordinating": "Các phòng, ban|Các xã||Phòng Tài chính|Hội Nông dân; Hội Phụ nữ||Bưu điện",
    "due": "Quý I/2031|Tháng 5/2031|15/3/2031|Thường xuyên|Hằng tháng|Trước ngày 20/11|Cả năm|"
    "Theo kế hoạch của tỉnh|Sau khi có văn bản|Đầu quý II|Tháng Ba|Trước Tết",
    "product": "Kế hoạch|04 video|Báo cáo|52 bản tin||Chuyên mục",
    "forms": "Hội nghị|Tin, bài|Tờ rơi|Văn nghệ",
    "other": "||Lồng ghép|Cán bộ, công chức|Hội trường xã|120|Ngân sách xã",
}
SEEDS = range(80)


def _composed(seed: int) -> tuple[list[list[str]], list[tuple[str, str]]]:
    """The rows with their header, and the task and due of each."""
    chance = random.Random(seed)
    kinds = ["task", "lead", "due", *(k for k in ORDER if k not in {"task", "lead", "due"})]
    kinds = [kind for i, kind in enumerate(kinds) if i < 3 or chance.random() < 0.5]
    kinds.sort(key=ORDER.index)
    if chance.random() < 0.35:
        chance.shuffle(kinds)
    count = chance.randint(3, 8)
    columns = []
    for kind in kinds:
        cells = CELLS[kind].split("|")
        chance.shuffle(cells)
        columns.append([cells[i % len(cells)] for i in range(count)])
    rows = [list(row) for row in zip(*columns, strict=True)]
    wanted = [(row[kinds.index("task")], row[kinds.index("due")]) for row in rows]
    rows.insert(0, [chance.choice(HEADERS[kind].split("|")) for kind in kinds])
    if chance.random() < 0.7:
        rows = [[str(i) if i else "STT", *row] for i, row in enumerate(rows)]
    return rows, wanted


def _found(text: str) -> list[tuple[str, str]]:
    document = read_text(f"{HEAD}{text}{FOOT}").documents[0]
    return [(duty.task, duty.due.text) for duty in document.activities]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_of_a_table_in_tabs_is_read(seed):
    rows, wanted = _composed(seed)
    assert _found("\n".join("\t".join(row) for row in rows)) == wanted


def test_nearly_every_row_of_a_flattened_table_is_read_and_lost_cells_shift_few():
    flat, filled, total = 0, 0, 0
    for seed in SEEDS:
        rows, wanted = _composed(seed)
        text = "\n".join("\t".join(row) for row in rows)
        total += len(wanted)
        flat += len(set(wanted) & set(_found(flattened(text, random.Random(1)))))
        filled += len(set(wanted) & set(_found("\n".join(c for row in rows for c in row if c))))
    assert (flat / total >= 0.99, filled / total >= 0.94) == (True, True), (flat, filled, total)
