from lantoa.common.models.audit_entry import AuditEntry
from lantoa.common.models.calendar_day import CalendarDay
from lantoa.common.models.job_run import JobRun
from lantoa.common.models.upload import Upload
from lantoa.common.models.upload_part import UploadPart

__all__ = ["AuditEntry", "CalendarDay", "JobRun", "Upload", "UploadPart"]
