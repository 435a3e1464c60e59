import io

import pytest
from django.urls import reverse
from PIL import Image

from lantoa.plans.factories import make_plan
from lantoa.portal.factories import jpeg, make_result

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan(state="active")


def test_photo_has_its_type_and_is_kept_for_a_day(client, plan):
    photo = make_result(plan)
    response = client.get(reverse("portal:evidence-photo", args=[photo.pk]))
    assert response.headers["Content-Type"] == "image/jpeg"
    assert "public" in response.headers["Cache-Control"]
    assert response.getvalue() == jpeg()


def test_unchanged_photo_is_not_sent_again(client, plan):
    photo = make_result(plan)
    for name in ("portal:evidence-photo", "portal:evidence-thumbnail"):
        url = reverse(name, args=[photo.pk])
        first = client.get(url)
        first.getvalue()  # read to the end: only then is its file closed
        tag = first.headers["ETag"]
        assert client.get(url, headers={"If-None-Match": tag}).status_code == 304


def test_thumbnail_is_small(client, plan):
    photo = make_result(plan)
    response = client.get(reverse("portal:evidence-thumbnail", args=[photo.pk]))
    with Image.open(io.BytesIO(response.content)) as small:
        assert max(small.size) <= 480


@pytest.mark.parametrize("state", ["open", "submitted", "returned"])
def test_photo_that_was_not_accepted_stays_private(client, plan, state):
    photo = make_result(plan, state=state)
    for name in ("portal:evidence-photo", "portal:evidence-thumbnail"):
        assert client.get(reverse(name, args=[photo.pk])).status_code == 404


def test_files_and_withdrawn_photos_stay_private(client, plan):
    photo = make_result(plan)
    type(photo).objects.update(kind="file")
    assert client.get(reverse("portal:evidence-photo", args=[photo.pk])).status_code == 404
    type(photo).objects.update(kind="photo", withdrawn_at=photo.added_at)
    assert client.get(reverse("portal:evidence-photo", args=[photo.pk])).status_code == 404
