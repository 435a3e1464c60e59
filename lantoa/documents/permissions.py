"""Who may load and read source documents (văn bản nguồn)."""

from lantoa.common.access import grant

grant(
    "documents.view",
    "coordinator",
    "leader",
    "inspector",
    "administrator",
    "head",
    "officer",
    "reader",
    "editor",
    "finance",
    "judge",
)
grant("documents.load", "coordinator", "administrator")
grant("documents.learned", "coordinator", "leader", "inspector", "administrator")
grant("documents.learn", "coordinator", "administrator")
