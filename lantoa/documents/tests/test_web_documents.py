"""The source document on screen: every line reachable, findings at theirs, the file untouched."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lantoa.documents.factories import make_document, make_finding
from lantoa.organisations.factories import make_actor, make_agency

pytestmark = pytest.mark.django_db
TEXT = "KẾ HOẠCH\nnăm 2023\n\nDòng bốn <b>có dấu</b>\nKẾ HOẠCH\nBản dự thảo"
PARTS = [
    {"kind": "plan", "title": "Năm 2023", "span": [1, 4], "version_of": None},
    {"kind": "plan", "title": "Năm 2023", "span": [5, 6], "version_of": 0},
]


@pytest.fixture
def agency():
    return make_agency()


@pytest.fixture
def document(agency):
    return make_document(TEXT, owner=agency, name="Kế hoạch 2023.txt", reading={"documents": PARTS})


@pytest.fixture
def open_page(page, agency):
    return page.sign_in(make_actor(agency, role="coordinator").user)


def url(name, thing):
    return reverse(f"documents:{name}", args=[thing.pk])


def test_every_line_has_its_number_and_its_anchor(open_page, document):
    page = open_page.get(url("document", document))
    lines = page.all("ol")[-1].findall("li")
    assert [li.get("id") for li in lines] == [f"d{n}" for n in range(1, 7)]
    assert [li.get("data-line") for li in lines] == [str(n) for n in range(1, 7)]
    assert "".join(lines[3].itertext()) == "Dòng bốn <b>có dấu</b>"


def test_both_versions_in_the_file_are_reachable(open_page, document):
    page = open_page.get(url("document", document))
    assert "Kế hoạch, bản khác (dự thảo)" in page.text
    assert page.all("a", href="#d1")
    assert page.all("a", href="#d5")


def test_findings_stand_at_their_lines_and_beside(open_page, document):
    related = [{"line": 2, "quote": "năm 2023"}]
    finding = make_finding(document, line=4, message="Hai chỗ ghi khác nhau.", related=related)
    page = open_page.get(url("document", document))
    marked = [li.get("id") for li in page.all("li") if li.get("data-mark") is not None]
    assert marked == ["d2", "d4"]
    assert page.all("article", id=f"diem-{finding.pk}")
    assert page.all("a", href=f"#diem-{finding.pk}")
    assert "1 trong 1 điểm chưa ai xem." in page.text


def test_a_document_without_findings_says_so(open_page, document):
    page = open_page.get(url("document", document))
    assert "Không có điểm cần kiểm tra" in page.text


def test_marking_seen_says_who_and_can_be_taken_back(open_page, document):
    finding = make_finding(document)
    page = open_page.post(url("finding-seen", finding), {"xem": "roi"})
    assert page.response.redirect_chain[-1][0].endswith(f"#diem-{finding.pk}")
    assert "đã xem lúc" in page.text
    page = open_page.post(url("finding-seen", finding), {"xem": "lai"})
    assert "1 trong 1 điểm chưa ai xem." in page.text
    answer = page.client.post(
        url("finding-seen", finding), {"xem": "roi"}, headers={"HX-Request": "true"}
    )
    assert "<html" not in answer.content.decode()
    assert f'id="diem-{finding.pk}"' in answer.content.decode()


def test_the_original_comes_back_untouched_as_a_download(open_page, document):
    answer = open_page.client.get(url("original", document))
    assert b"".join(answer.streaming_content) == TEXT.encode()
    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''K%E1%BA%BF")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert document.sha256 in open_page.get(url("document", document)).text


def test_officials_read_but_only_coordinators_mark(page, document):
    finding = make_finding(document)
    page.sign_in(make_actor(role="officer").user).get(url("document", document))
    assert not page.all("form", action=url("finding-seen", finding))
    page.post(url("finding-seen", finding), {"xem": "roi"}, status=403)
    finding.refresh_from_db()
    assert finding.seen_at is None


def test_strangers_are_sent_to_sign_in(page, document):
    for name in ("document", "original"):
        page.get(url(name, document), status=302)
    page.sign_in(make_actor().user).get(reverse("documents:document", args=[99999]), status=404)


def test_a_long_document_costs_few_queries(open_page, agency, django_assert_max_num_queries):
    document = make_document("\n".join(f"Dòng {n}" for n in range(700)), owner=agency)
    for line in range(1, 71):
        make_finding(document, line=line)
    with django_assert_max_num_queries(9):
        open_page.get(url("document", document))


@pytest.mark.parametrize(
    ("verdict", "state", "words"),
    [
        ("sound", "success", "Nội dung còn nguyên như khi ký."),
        ("added", "warning", "Tệp có phần thêm vào sau khi ký"),
        ("broken", "danger", "Nội dung không khớp với chữ ký."),
        ("unknown", "warning", "Không đối chiếu được"),
    ],
)
def test_signatures_tell_who_signed_and_that_trust_was_not_examined(
    open_page, agency, verdict, state, words
):
    one = {"signer": "Nguyễn Văn Bình", "time": "2031-01-05T01:30:00+00:00", "verdict": verdict}
    one |= {"covers_whole_file": verdict == "sound", "changed_after": verdict == "added"}
    reading = {"documents": [], "file": {"signatures": [one], "pages": 3, "ocr": True}}
    signed = make_document("Chữ", owner=agency, name="a.pdf", reading=reading)
    page = open_page.get(url("document", signed))
    assert words in page.text and "Nguyễn Văn Bình" in page.text
    assert "08:30 05/01/2031" in page.text and "chưa kiểm tra chứng thư" in page.text
    assert any(words in "".join(n.itertext()) for n in page.all("div", **{"data-state": state}))
    assert "Đây là bản quét" in page.text
    scope = {"sound": "Toàn bộ tệp", "added": "phần thêm vào sau nằm ngoài chữ ký"}
    assert f"Phạm vi ký{scope.get(verdict, 'Chỉ một phần')}" in page.text.replace(
        "Tệp lúc ký; ", ""
    )


def test_a_document_without_signatures_says_nothing_of_them(open_page, document):
    assert "Chữ ký số" not in open_page.get(url("document", document)).text
