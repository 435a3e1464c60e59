"""Who may edit the site: two groups of ours; nobody publishes without an approval.

Wagtail's own groups may publish past any approval, so they go; coming back, they return.
"""

from django.db import migrations
from django.db.migrations.state import StateApps

EDITORS = "Biên tập viên"
ADMINISTRATORS = "Quản trị cổng thông tin"
PAGE_RIGHTS = ("add_page", "change_page")
# The content system asks for the rights of its own models, whatever model stands in for them.
MEDIA = (("wagtailimages", "image"), ("wagtaildocs", "document"))
# "add" covers changing and deleting one's own; "change" everybody's.
MEDIA_RIGHTS = {EDITORS: ("add", "choose"), ADMINISTRATORS: ("add", "change", "choose")}
STOCK = {"Moderators": ("add_page", "change_page", "publish_page"), "Editors": PAGE_RIGHTS}


def make_groups(apps: StateApps, schema_editor: object) -> None:
    groups = apps.get_model("auth", "Group").objects
    groups.filter(name__in=STOCK).delete()
    for name in (EDITORS, ADMINISTRATORS):
        group = groups.get_or_create(name=name)[0]
        group.permissions.add(_permission(apps, "wagtailadmin", "admin", "access_admin"))
        _give_pages(apps, group, PAGE_RIGHTS)
        _give_media(apps, group)


def remove_groups(apps: StateApps, schema_editor: object) -> None:
    groups = apps.get_model("auth", "Group").objects
    groups.filter(name__in=(EDITORS, ADMINISTRATORS)).delete()
    for name, rights in STOCK.items():
        group = groups.get_or_create(name=name)[0]
        group.permissions.add(_permission(apps, "wagtailadmin", "admin", "access_admin"))
        _give_pages(apps, group, rights)


def _give_pages(apps: StateApps, group: object, rights: tuple[str, ...]) -> None:
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).order_by("path").first()
    given = apps.get_model("wagtailcore", "GroupPagePermission").objects
    for codename in rights:
        permission = _permission(apps, "wagtailcore", "page", codename)
        given.get_or_create(group=group, page=root, permission=permission)


def _give_media(apps: StateApps, group: object) -> None:
    collection = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()
    given = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    for app, model in MEDIA:
        for right in MEDIA_RIGHTS[group.name]:
            permission = _permission(apps, app, model, f"{right}_{model}")
            given.get_or_create(group=group, collection=collection, permission=permission)


def _permission(apps: StateApps, app: str, model: str, codename: str) -> object:
    # Permissions are made only after all migrations; a fresh database has none yet.
    types = apps.get_model("contenttypes", "ContentType").objects
    content_type = types.get_or_create(app_label=app, model=model)[0]
    permissions = apps.get_model("auth", "Permission").objects
    return permissions.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": codename.replace("_", " ")}
    )[0]


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0002_first_page"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
