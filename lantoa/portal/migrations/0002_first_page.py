"""The portal's first page takes the place of Wagtail's welcome page as root of the default site."""

from django.db import migrations
from django.db.migrations.state import StateApps

PATH = "00010001"
WELCOME = "Welcome to your new Wagtail site!"


def put_first_page(apps: StateApps, schema_editor: object) -> None:
    page_model = apps.get_model("wagtailcore", "Page")
    home_model = apps.get_model("portal", "HomePage")
    locale = apps.get_model("wagtailcore", "Locale").objects.order_by("pk").first()
    site_model = apps.get_model("wagtailcore", "Site")
    if home_model.objects.exists():
        return
    welcome = page_model.objects.filter(path=PATH, numchild=0).first()
    if page_model.objects.filter(depth=2).exclude(path=PATH).exists() or welcome is None:
        return  # an editor has already built a tree here: it stays as it is
    site_model.objects.filter(root_page=welcome).delete()
    welcome.delete()
    home = home_model.objects.create(
        title="Kế hoạch đã ký, việc đã làm",
        draft_title="Kế hoạch đã ký, việc đã làm",
        lead="Từng nhiệm vụ trong kế hoạch đã ký: ai làm, hạn nào, kết quả ra sao.",
        slug="trang-chu",
        content_type=_content_type(apps, "portal", "homepage"),
        path=PATH,
        depth=2,
        numchild=0,
        url_path="/trang-chu/",
        locale=locale,
        live=True,
    )
    _make_site(site_model, home.pk)


def put_welcome_back(apps: StateApps, schema_editor: object) -> None:
    page_model = apps.get_model("wagtailcore", "Page")
    home_model = apps.get_model("portal", "HomePage")
    site_model = apps.get_model("wagtailcore", "Site")
    home = home_model.objects.filter(path=PATH, numchild=0).first()
    if home is None:
        return
    locale_id = home.locale_id
    site_model.objects.filter(root_page_id=home.pk).delete()
    home.delete()
    welcome = page_model.objects.create(
        title=WELCOME,
        draft_title=WELCOME,
        slug="home",
        content_type=_content_type(apps, "wagtailcore", "page"),
        path=PATH,
        depth=2,
        numchild=0,
        url_path="/home/",
        locale_id=locale_id,
        live=True,
    )
    _make_site(site_model, welcome.pk)


def _make_site(site_model: object, root: int) -> None:
    if not site_model.objects.filter(is_default_site=True).exists():
        site_model.objects.create(hostname="localhost", root_page_id=root, is_default_site=True)


def _content_type(apps: StateApps, app: str, model: str) -> object:
    types = apps.get_model("contenttypes", "ContentType").objects
    return types.get_or_create(app_label=app, model=model)[0]


class Migration(migrations.Migration):
    dependencies = [("portal", "0001_initial"), ("wagtailcore", "0098_apitoken")]

    operations = [migrations.RunPython(put_first_page, put_welcome_back)]
