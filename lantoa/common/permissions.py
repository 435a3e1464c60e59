"""Who may change the working calendar (lịch làm việc) and send files ahead (tải tệp lên)."""

from lantoa.common.access import grant

grant("calendar.edit", "coordinator", "administrator")
# All but those who only read.
grant(
    "files.send", "officer", "head", "coordinator", "leader", "editor", "finance", "judge",
    "administrator",
)  # fmt: skip
