"""Comparing on screen: both versions with their lines, folds, moves, notes, changes on top."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lantoa.documents.factories import make_document
from lantoa.documents.reading.diff import compare
from lantoa.documents.reading.reader import read_text
from lantoa.documents.web.compare_rows import shown_rows
from lantoa.organisations.factories import make_actor, make_agency

pytestmark = pytest.mark.django_db
SAME = "".join(
    f"{n}. Phòng Nội vụ theo dõi nội dung thứ {n} của các xã, phường.\n" for n in range(3, 9)
)
HEAD = "KẾ HOẠCH\nTuyên truyền năm 2031\n\nIV. TỔ CHỨC THỰC HIỆN\n"
OLD = f"""{HEAD}1. Phòng Tư pháp chủ trì phổ biến pháp luật, xong trước ngày 20/3/2031.
2. Phòng Y tế tuyên truyền về phòng dịch cho học sinh các trường. ✓
{SAME}"""
NEW = f"""{HEAD}1. Phòng Nội vụ chủ trì phổ biến pháp luật, xong trước ngày 25/3/2031.
{SAME}9. Văn phòng đăng tải kết quả lên trang thông tin điện tử của thị xã.
"""


def kept(text, agency, name):
    reading = read_text(text, name=name).as_dict()
    return make_document(text, owner=agency, name=name, reading=reading)


@pytest.fixture
def agency():
    return make_agency()


@pytest.fixture
def open_page(page, agency):
    return page.sign_in(make_actor(agency).user)


@pytest.fixture
def two(agency):
    return kept(OLD, agency, "Bản cũ.txt"), kept(NEW, agency, "Bản mới.txt")


def url(document, query=""):
    return reverse("documents:compare", args=[document.pk]) + query


def words(page, tag, class_):
    return ["".join(one.itertext()) for one in page.all(tag, class_=class_)]


def test_two_documents_stand_side_by_side_with_their_changes_first(open_page, two):
    old, new = two
    page = open_page.get(url(new, f"?voi={old.pk}"))
    heads = ["".join(h.itertext()).strip() for h in page.all("h3")]
    assert heads == ["Thêm nhiệm vụ", "Bỏ nhiệm vụ", "Đổi cơ quan chủ trì", "Đổi thời hạn"]
    assert any(word.endswith("Tư pháp") for word in words(page, "del", "cmp__del"))
    assert any(word.endswith("Nội vụ") for word in words(page, "ins", "cmp__ins"))
    assert page.all("a", href=f"{reverse('documents:document', args=[old.pk])}#d5")
    assert page.all("a", href=f"{reverse('documents:document', args=[new.pk])}#d5")
    assert "… 4 đoạn giống nhau" in page.text


def test_every_change_leads_to_its_row(open_page, two):
    page = open_page.get(url(two[1], f"?voi={two[0].pk}"))
    rows = {row.get("id") for row in page.all("li", class_="cmp__row")}
    links = [a.get("href")[1:] for li in page.all("ul", class_="chg") for a in li.iter("a")]
    assert len(links) == 4 and set(links) <= rows


def test_the_order_can_be_turned(open_page, two):
    old, new = two
    names = words(open_page.get(url(old, f"?voi={new.pk}")), "dl", "cmp__names")[0]
    assert names.index("Bản cũ.txt") < names.index("Bản mới.txt")
    names = words(open_page.get(url(old, f"?voi={new.pk}&chieu=nguoc")), "dl", "cmp__names")[0]
    assert names.index("Bản mới.txt") < names.index("Bản cũ.txt")


def test_marks_of_a_reviewer_stand_apart(open_page, two):
    page = open_page.get(url(two[1], f"?voi={two[0].pk}"))
    assert "Ghi chú của người xem" in page.text
    assert not any("✓" in word for word in words(page, "div", "cmp__side"))


def test_versions_within_one_file_are_compared_without_asking(open_page, agency):
    both = kept(f"{NEW}\n{OLD}", agency, "Hai bản.txt")
    page = open_page.get(url(both))
    assert "Bản dự thảo" in page.text and "Bản chính" in page.text
    assert "Đổi cơ quan chủ trì" in page.text


def test_a_file_of_one_version_asks_what_to_compare_with(open_page, two):
    page = open_page.get(url(two[0]))
    assert "So sánh với văn bản nào?" in page.text and "Bản mới.txt" in page.text
    assert not page.all("li", class_="cmp__row")
    page = open_page.get(url(two[0], f"?voi={two[0].pk}"))
    assert "So sánh với văn bản nào?" in page.text


def test_without_another_document_the_page_says_what_to_do(open_page, agency):
    page = open_page.get(url(kept(OLD, agency, "Một.txt")))
    assert "Chưa có văn bản nào khác để so sánh" in page.text


def test_what_cannot_be_found_is_not_compared(open_page, two):
    open_page.get(url(two[0], "?voi=999999"), status=404)
    open_page.get(url(two[0], "?voi=abc"))


def test_nothing_ordered_otherwise_is_said(open_page, agency, two):
    same = kept(OLD.replace("theo dõi", "theo  dõi"), agency, "Giống.txt")
    page = open_page.get(url(same, f"?voi={two[0].pk}"))
    assert "Không có: hai bản giao việc như nhau" in page.text


def test_the_source_page_leads_here(open_page, two):
    page = open_page.get(reverse("documents:document", args=[two[0].pk]))
    assert page.all("a", href=url(two[0]))


def test_a_comparison_costs_few_queries(open_page, two, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        open_page.get(url(two[1], f"?voi={two[0].pk}"))


def test_a_moved_paragraph_tells_both_its_places():
    def lines(*names):
        return [
            (n, f"Đoạn {name} nói về việc riêng của {name}.") for n, name in enumerate(names, 1)
        ]

    rows = shown_rows(compare(lines(*"abcdef"), lines(*"bcdefa")), "/a", "/b")
    shown = [row for block in rows.blocks for row in block.rows]
    pointer, moved = shown[0], shown[-1]
    assert (pointer.kind, pointer.moved_to) == ("pointer", moved.anchor)
    assert moved.moved and (moved.a.line, moved.b.line) == (1, 6)
    assert [block.folded for block in rows.blocks] == [False, False, True, False, False]
    assert len({row.anchor for row in shown}) == len(shown)
