from lantoa.plans.models.assignment import Assignment
from lantoa.plans.models.draft_item import DraftItem
from lantoa.plans.models.evidence import Evidence
from lantoa.plans.models.obligation import Obligation
from lantoa.plans.models.occurrence import Occurrence
from lantoa.plans.models.plan import Plan

__all__ = ["Assignment", "DraftItem", "Evidence", "Obligation", "Occurrence", "Plan"]
