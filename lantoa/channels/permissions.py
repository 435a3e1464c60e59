"""Who reads notices (thông báo) and who looks after what was sent (nhật ký gửi)."""

from lantoa.common.access import grant

EVERYBODY = (
    "coordinator",
    "leader",
    "inspector",
    "administrator",
    "officer",
    "head",
    "reader",
    "editor",
    "finance",
    "judge",
)

grant("channels.read", *EVERYBODY)
grant("channels.manage", "coordinator", "administrator")
