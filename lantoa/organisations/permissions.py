"""Who may see and who may change the register of agencies (danh bạ cơ quan)."""

from lantoa.common.access import grant

EVERYONE = (
    "coordinator",
    "officer",
    "head",
    "editor",
    "leader",
    "finance",
    "judge",
    "inspector",
    "administrator",
    "reader",
)

grant("organisations.view", *EVERYONE)
grant("organisations.manage", "coordinator", "administrator")
grant("organisations.reorganise", "coordinator", "administrator")
