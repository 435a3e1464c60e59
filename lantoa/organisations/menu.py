"""The entry of the register in the officials' menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.common.ui.menu import MenuItem, register

register(
    MenuItem(
        label=_("Cơ quan"),
        url_name="organisations:agency-list",
        icon="building-2",
        permission="organisations.view",
        order=60,
        phone=False,
    )
)
