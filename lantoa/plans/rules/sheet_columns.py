"""The columns of the two tables that are edited in spreadsheets (cột của bảng tính)."""

from __future__ import annotations

from lantoa.plans.rules.sheets import Column

DUTIES, PROGRESS = "duties", "progress"
NOT_BEGUN, BEGUN, SENT, DONE = "Chưa bắt đầu", "Đang thực hiện", "Gửi duyệt", "Đã chấp nhận"
STATES = (NOT_BEGUN, BEGUN, SENT, DONE)
COLUMNS: dict[str, tuple[Column, ...]] = {
    DUTIES: (
        Column("code", "Ký hiệu", editable=False, width=12),
        Column("plan", "Kế hoạch", editable=False, width=24),
        Column("text", "Nội dung nhiệm vụ", width=60),
        Column("lead", "Chủ trì", "names", width=34),
        Column("helping", "Phối hợp", "names", width=34),
        Column("due", "Hạn (một ngày)", "date", width=14),
        Column("rule", "Thời hạn trong văn bản", editable=False, width=26),
        Column("target", "Chỉ tiêu", editable=False, width=20),
        Column("note", "Ghi chú", width=34, longest=2_000),
    ),
    PROGRESS: (
        Column("code", "Ký hiệu", editable=False, width=12),
        Column("text", "Nhiệm vụ", editable=False, width=52),
        Column("agency", "Cơ quan", editable=False, width=26),
        Column("period", "Kỳ", editable=False, width=18),
        Column("due", "Hạn", editable=False, width=13),
        Column("state", "Tiến độ", "choice", width=18, options=STATES),
        Column("done_on", "Ngày thực hiện", "date", width=15),
        Column("note", "Kết quả, ghi chú", width=44, longest=2_000),
        Column("dispatch", "Số, ký hiệu văn bản", width=22, longest=100),
        Column("link", "Đường dẫn", width=34, longest=500),
    ),
}
PREFIX = {DUTIES: "NV", PROGRESS: "VC"}
"""How a key of each table begins; a file of one kind is told by it."""
