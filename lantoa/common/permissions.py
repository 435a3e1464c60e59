"""Who may change the working calendar (lịch làm việc)."""

from lantoa.common.access import grant

grant("calendar.edit", "coordinator", "administrator")
