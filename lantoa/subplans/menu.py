"""The entry of sub-plans in the officials' menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.menu import MenuItem, register

register(
    MenuItem(
        label=_("Kế hoạch của đơn vị"),
        url_name="subplans:list",
        icon="file-pen",
        permission="subplans.view",
        order=42,
        short=_("KH đơn vị"),
    )
)
