"""The entry of plans in the officials' menu (kế hoạch)."""

from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.menu import MenuItem, register

register(
    MenuItem(
        _("Kế hoạch"), "plans:plan-list", icon="scroll-text", permission="plans.view", order=40
    )
)
