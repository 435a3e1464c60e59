"""The content system as wired: our first page, our groups, nobody who publishes past approval."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupPagePermission, Page, Site
from wagtail.permissions import policy_registry

from lantoa.accounts.factories import make_user
from lantoa.accounts.services import groups
from lantoa.cms.models import SiteDocument, SiteImage
from lantoa.portal.models import HomePage

pytestmark = pytest.mark.django_db
EDITORS, ADMINISTRATORS = "Biên tập viên", "Quản trị cổng thông tin"


def file_of(model, owner):
    root = Collection.get_first_root_node()
    return model(title="Tệp thử", collection=root, uploaded_by_user=owner)


def member(group: str):
    user = make_user()
    assert groups.join(user=user, name=group, by=None)
    return user


def test_our_first_page_is_the_root_of_the_default_site():
    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get()
    assert not Page.objects.filter(title__icontains="wagtail").exists()


def test_no_group_may_publish():
    given = GroupPagePermission.objects.values_list("permission__codename", flat=True)
    assert set(given) == {"add_page", "change_page"}


def test_only_our_groups_are_there():
    assert set(Group.objects.values_list("name", flat=True)) == {EDITORS, ADMINISTRATORS}


@pytest.mark.parametrize("group", [EDITORS, ADMINISTRATORS])
def test_members_enter_the_site_editor_and_may_edit_but_not_publish(client, group):
    client.force_login(member(group), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/bien-tap/").status_code == 200
    home = HomePage.objects.get()
    assert client.get(f"/bien-tap/pages/{home.pk}/edit/").status_code == 200
    rights = home.permissions_for_user(member(group))
    assert rights.can_edit()
    assert not rights.can_publish()


@pytest.mark.parametrize(("group", "others_too"), [(EDITORS, False), (ADMINISTRATORS, True)])
def test_members_keep_their_own_files_and_only_administrators_those_of_others(
    client, group, others_too
):
    user = member(group)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/bien-tap/images/").status_code == 200
    assert client.get("/bien-tap/documents/multiple/add/").status_code == 200
    for model in (SiteImage, SiteDocument):
        policy = policy_registry.get_by_type(model)
        assert policy.user_has_permission(user, "add")
        for right in ("change", "delete"):
            assert policy.user_has_permission_for_instance(user, right, file_of(model, user))
            theirs = file_of(model, make_user())
            assert policy.user_has_permission_for_instance(user, right, theirs) is others_too


def test_an_officer_is_refused_by_the_site_editor_and_may_sign_in_as_another(page):
    refused = page.sign_in(make_user()).client.get("/bien-tap/")
    assert refused.headers["Location"] == "/dang-nhap/?next=/bien-tap/"
    page.get("/dang-nhap/?next=/bien-tap/")
    assert "không mở được trang bạn vừa chọn" in page.text


def test_joining_twice_is_once_and_an_unknown_group_is_nothing():
    user = member(EDITORS)
    assert not groups.join(user=user, name=EDITORS, by=None)
    assert not groups.join(user=user, name="Không có", by=None)
