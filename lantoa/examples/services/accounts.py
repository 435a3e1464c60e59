"""The demo accounts (tài khoản minh họa): which of them may edit the site."""

from __future__ import annotations

from django.utils import timezone

from lantoa.accounts.services import groups
from lantoa.examples.demo import DEMO_PASSWORD
from lantoa.organisations.selectors import people

__all__ = ["DEMO_PASSWORD", "let_edit_the_site"]

SITE_GROUPS = {"editor": "Biên tập viên", "administrator": "Quản trị cổng thông tin"}
"""The site's group for the role of a post; the groups come with the portal's migrations."""


def let_edit_the_site() -> int:
    """Put the demo accounts that hold an editor's or administrator's post in the site's groups."""
    joined = 0
    for user, post in people.demo_posts(timezone.localdate(), roles=SITE_GROUPS):
        joined += groups.join(user=user, name=SITE_GROUPS[post.role], by=None)
    return joined
