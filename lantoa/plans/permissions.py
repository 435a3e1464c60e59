"""Who may do what with plans, duties and evidence (kế hoạch, nhiệm vụ, minh chứng)."""

from lantoa.common.access import grant

OVERSIGHT = ("coordinator", "leader", "inspector", "administrator")
OWN_AGENCY = ("officer", "head", "reader", "editor", "finance", "judge")

grant("plans.view", *OVERSIGHT, *OWN_AGENCY)
grant("plans.oversee", *OVERSIGHT)
grant("plans.review", "coordinator", "administrator")
grant("evidence.submit", "officer", "head", "coordinator")
grant("evidence.decide", "coordinator", "leader")
grant("plans.assign", "coordinator", "administrator")
grant("plans.amend", "coordinator", "administrator")
grant("deadlines.ask", "officer", "head", "coordinator")
grant("deadlines.decide", "coordinator", "leader")
grant("plans.follow_up", "coordinator", "leader")
