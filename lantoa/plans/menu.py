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
        also=("duties:obligation",),
    )
)
register(
    MenuItem(
        label=_("Kế hoạch"),
        url_name="plans:plan-list",
        icon="scroll-text",
        permission="plans.view",
        order=40,
    )
)
