from lantoa.subplans.models.sub_plan import SubPlan
from lantoa.subplans.models.sub_plan_call import SubPlanCall
from lantoa.subplans.models.sub_plan_row import SubPlanRow
from lantoa.subplans.models.sub_plan_version import SubPlanVersion

__all__ = ["SubPlan", "SubPlanCall", "SubPlanRow", "SubPlanVersion"]
