"""Who may do what with agencies' own plans (kế hoạch của đơn vị)."""

from lantoa.common.access import grant
from lantoa.plans.permissions import OVERSIGHT, OWN_AGENCY

grant("subplans.view", *OVERSIGHT, *OWN_AGENCY)
grant("subplans.oversee", *OVERSIGHT)
grant("subplans.file", "officer", "head", "coordinator")
grant("subplans.appraise", "coordinator", "leader")
grant("subplans.call", "coordinator", "administrator")
grant("subplans.open", "coordinator", "administrator")
