from lantoa.common.models.audit_entry import AuditEntry
from lantoa.common.models.calendar_day import CalendarDay
from lantoa.common.models.job_run import JobRun

__all__ = ["AuditEntry", "CalendarDay", "JobRun"]
