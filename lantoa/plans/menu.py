"""The entries of plans in the officials' menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.menu import MenuItem, register

register(
    MenuItem(
        label=_("Việc của đơn vị"),
        url_name="duties:my-agency",
        icon="list-checks",
        permission="plans.view",
        order=20,
        short=_("Việc"),
    )
)
register(
    MenuItem(
        label=_("Danh sách nhiệm vụ"),
        url_name="duties:duty-list",
        icon="clipboard-list",
        permission="plans.view",
        order=30,
        short=_("Danh sách"),
        also=(
            "duties:obligation",
            *(f"duties:{name}" for name in ("bulk-list", "bulk-choose", "bulk", "sheets", "sheet")),
        ),
    )
)
register(
    MenuItem(
        label=_("Kế hoạch"),
        url_name="plans:plan-list",
        icon="scroll-text",
        permission="plans.view",
        order=40,
        also=(
            "documents:document",
            "documents:compare",
            "documents:learned-list",
            "documents:learned-import",
        ),
    )
)
register(
    MenuItem(
        label=_("Đề nghị"),
        url_name="duties:request-list",
        icon="inbox",
        permission="deadlines.decide",
        order=35,
        phone=False,
    )
)
register(
    MenuItem(
        label=_("Lịch làm việc"),
        url_name="plans:working-calendar",
        icon="calendar-days",
        permission="calendar.edit",
        order=60,
        phone=False,
    )
)
