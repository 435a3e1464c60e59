from lantoa.plans.models.amendment import Amendment
from lantoa.plans.models.assignment import Assignment
from lantoa.plans.models.bulk_action import BulkAction
from lantoa.plans.models.bulk_item import BulkItem
from lantoa.plans.models.calendar_feed import CalendarFeed
from lantoa.plans.models.digest import Digest
from lantoa.plans.models.draft_item import DraftItem
from lantoa.plans.models.due_move import DueMove
from lantoa.plans.models.duty_change import DutyChange
from lantoa.plans.models.evidence import Evidence
from lantoa.plans.models.excuse import Excuse
from lantoa.plans.models.extension import Extension
from lantoa.plans.models.handover import Handover
from lantoa.plans.models.handover_item import HandoverItem
from lantoa.plans.models.handover_line import HandoverChoice, HandoverLine
from lantoa.plans.models.obligation import Obligation
from lantoa.plans.models.occurrence import Occurrence
from lantoa.plans.models.pause import Pause
from lantoa.plans.models.photo_print import PhotoPrint
from lantoa.plans.models.plan import Plan
from lantoa.plans.models.progress_note import ProgressNote
from lantoa.plans.models.reminder import Reminder
from lantoa.plans.models.reminder_rule import ReminderRule
from lantoa.plans.models.reminder_run import ReminderRun
from lantoa.plans.models.saved_filter import SavedFilter
from lantoa.plans.models.sheet_import import SheetChange, SheetImport
from lantoa.plans.models.tally import Tally
from lantoa.plans.models.weight import Weight

__all__ = [
    "Amendment",
    "Assignment",
    "BulkAction",
    "BulkItem",
    "CalendarFeed",
    "Digest",
    "DraftItem",
    "DueMove",
    "DutyChange",
    "Evidence",
    "Excuse",
    "Extension",
    "Handover",
    "HandoverChoice",
    "HandoverItem",
    "HandoverLine",
    "Obligation",
    "Occurrence",
    "Pause",
    "PhotoPrint",
    "Plan",
    "ProgressNote",
    "Reminder",
    "ReminderRule",
    "ReminderRun",
    "SavedFilter",
    "SheetChange",
    "SheetImport",
    "Tally",
    "Weight",
]
