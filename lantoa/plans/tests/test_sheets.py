"""Duties and progress through a spreadsheet and back: chosen cells, through the same services."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from lantoa.common.errors import NotAllowed
from lantoa.plans.errors import DirectiveIncomplete
from lantoa.plans.factories import make_evidence, make_obligation, make_occurrence
from lantoa.plans.models import Amendment, Obligation, Occurrence, SheetChange, SheetImport
from lantoa.plans.rules.sheets import EMPTY
from lantoa.plans.selectors import sheets as reading
from lantoa.plans.services import progress_notes, sheet_file, sheets
from lantoa.plans.services.amendments import Directive
from lantoa.plans.services.sheet_rows import Orders
from lantoa.plans.tests.town import Town

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DOCUMENT = Directive("20/QĐ-UBND", TODAY, "Điều chỉnh kế hoạch")
PLAIN, WITH_DOCUMENT = Orders("Lý do", TODAY), Orders("Lý do", TODAY, DOCUMENT)


@pytest.fixture
def town():
    return Town()


@pytest.fixture
def duty(town):
    plan = town.plan(state="active", year=TODAY.year, issued_on=TODAY - timedelta(days=60))
    return make_obligation(
        plan, lead=town.communes[0], code="IV.1", text="Treo băng rôn", due_kind="by_date",
        due_by=TODAY + timedelta(days=30),
    )  # fmt: skip


@pytest.fixture
def row(duty, town):
    return make_occurrence(duty, agency=town.communes[0], due_on=duty.due_by)


def edited(kind, actor, key, **cells) -> bytes:
    """The Excel file as handed out, with some cells of its only row overwritten."""
    names = sorted(reading.names_allowed()[1])
    data = sheet_file.to_xlsx(kind, reading.current(kind, actor, [key]), names)
    book = load_workbook(io.BytesIO(data))
    sheet = book["Dữ liệu"]
    labels = {code: label for code, label in reading.labels_of(kind).items()}
    heads = {cell.value: cell.column for cell in sheet[1]}
    for code, value in cells.items():
        sheet.cell(2, heads[labels[code]]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def send(data, actor) -> SheetImport:
    return sheets.receive(data=data, file_name="sua.xlsx", by=actor)


def apply(sheet, actor, orders=PLAIN) -> dict[str, tuple[str, str]]:
    chosen = [one.pk for one in reading.changes(sheet, "change")]
    sheets.apply(sheet=sheet, chosen=chosen, orders=orders, by=actor)
    return outcomes(sheet)


def outcomes(sheet) -> dict[str, tuple[str, str]]:
    return {one.column: (one.outcome, one.said) for one in sheet.changes.all()}


def test_a_file_sent_back_as_it_was_changes_nothing(duty, row, town):
    for kind, actor, pk in (("duties", town.first, duty.pk), ("progress", town.officer, row.pk)):
        key = reading.key_of(kind, pk)
        assert not send(edited(kind, actor, key), actor).changes.exists()
        csv = sheet_file.to_csv(kind, reading.current(kind, actor, [key]))
        assert not send(csv, actor).changes.exists()


def test_wording_and_day_of_a_duty_change_only_by_a_document(duty, row, town):
    new = TODAY + timedelta(days=45)
    data = edited("duties", town.first, f"NV-{duty.pk}", text="Treo 5 băng rôn", due=new)
    sheet = send(data, town.first)
    with pytest.raises(DirectiveIncomplete):
        apply(sheet, town.first)
    assert not Amendment.objects.exists()
    assert {one for one, _said in apply(sheet, town.first, WITH_DOCUMENT).values()} == {"applied"}
    again = Obligation.objects.get(pk=duty.pk)
    assert (again.text, again.due_by) == ("Treo 5 băng rôn", new)
    assert Occurrence.objects.get(pk=row.pk).due_on == new
    assert Amendment.objects.get().changes.count() == 2


def test_the_same_file_again_applies_nothing_twice(duty, row, town):
    data = edited("duties", town.first, f"NV-{duty.pk}", note="Ưu tiên", text="Treo 5 băng rôn")
    apply(send(data, town.first), town.first, WITH_DOCUMENT)
    again = send(data, town.first)
    assert not again.changes.exists() and Amendment.objects.count() == 1
    assert reading.same_file(town.first, again.sha256, before=again.pk) is not None


def test_lead_and_helpers_pass_through_the_service_of_assigning(duty, row, town):
    other, office = town.communes[1].label, town.office.label
    data = edited("duties", town.first, f"NV-{duty.pk}", lead=other, helping=office)
    apply(send(data, town.first), town.first)
    assert Occurrence.objects.get(pk=row.pk).agency_id == town.communes[1].pk
    values = reading.current("duties", town.first, [f"NV-{duty.pk}"])[f"NV-{duty.pk}"]
    assert (values["lead"], values["helping"]) == (other, office)
    data = edited("duties", town.first, f"NV-{duty.pk}", helping="", lead="")
    found = apply(send(data, town.first), town.first)
    assert found["helping"][0] == "applied" and found["lead"][0] == "refused"


def test_what_another_wrote_after_the_download_is_a_conflict_and_nothing_is_lost(duty, row, town):
    data = edited("duties", town.first, f"NV-{duty.pk}", note="của tôi")
    progress_notes.note_duty(obligation=duty, text="của người khác", by=town.second)
    one = send(data, town.first).changes.get()
    assert (one.outcome, one.old, one.new) == ("conflict", "của người khác", "của tôi")
    assert Obligation.objects.get(pk=duty.pk).note == "của người khác"


def test_what_another_wrote_after_the_comparison_is_told_and_left(duty, row, town):
    sheet = send(edited("duties", town.first, f"NV-{duty.pk}", note="của tôi"), town.first)
    progress_notes.note_duty(obligation=duty, text="của người khác", by=town.second)
    outcome, said = apply(sheet, town.first)["note"]
    assert outcome == "conflict" and "của người khác" in said
    assert Obligation.objects.get(pk=duty.pk).note == "của người khác"


def test_an_officer_notes_the_progress_of_the_own_agency_and_sends_with_evidence(row, town):
    key = f"VC-{row.pk}"
    said = {"done_on": TODAY, "note": "Đã treo", "state": "Đang thực hiện"}
    apply(send(edited("progress", town.officer, key, **said), town.officer), town.officer)
    values = reading.current("progress", town.officer, [key])[key]
    assert (values["note"], values["state"]) == ("Đã treo", "Đang thực hiện")
    data = edited("progress", town.officer, key, state="Gửi duyệt")
    assert apply(send(data, town.officer), town.officer)["state"][0] == "refused"
    make_evidence(row)
    assert apply(send(data, town.officer), town.officer)["state"][0] == "applied"
    assert Occurrence.objects.get(pk=row.pk).state == "submitted"


def test_a_dispatch_and_a_link_named_in_the_sheet_are_proof_enough_to_send(row, town):
    said = {
        "done_on": TODAY, "note": "Đã báo cáo", "dispatch": "12/BC-UBND",
        "link": "https://ninhmau.gov.vn/tin/1", "state": "Gửi duyệt",
    }  # fmt: skip
    data = edited("progress", town.officer, f"VC-{row.pk}", **said)
    assert apply(send(data, town.officer), town.officer)["state"][0] == "applied"
    kept = [(one.kind, one.number, one.url, one.caption) for one in row.evidence.order_by("pk")]
    assert kept == [
        ("dispatch", "12/BC-UBND", "", "Đã báo cáo"),
        ("link", "", "https://ninhmau.gov.vn/tin/1", "Đã báo cáo"),
    ]
    assert Occurrence.objects.get(pk=row.pk).state == "submitted"


def test_what_the_duty_has_as_evidence_is_not_added_again_by_a_note(row, town):
    for words in ("Lần một", "Lần hai"):
        for number in ("12/BC-UBND", "13/BC-UBND"):
            said = {"note": words, "dispatch": number, "done_on": TODAY}
            progress_notes.note(occurrence=row, said=said, by=town.officer)
    assert sorted(one.number for one in row.evidence.all()) == ["12/BC-UBND", "13/BC-UBND"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"link": "javascript:alert(1)"}, "https://"),
        ({"done_on": TODAY + timedelta(days=2)}, "sau hôm nay"),
        ({"state": "Đã chấp nhận"}, "Không chuyển được"),
    ],
)
def test_what_a_service_refuses_is_said_at_the_cell(row, town, cells, said):
    data = edited("progress", town.officer, f"VC-{row.pk}", **cells)
    ((outcome, words),) = apply(send(data, town.officer), town.officer).values()
    assert outcome == "refused" and said in words


def test_rights_are_those_of_the_pages(duty, row, town):
    with pytest.raises(NotAllowed):
        send(edited("duties", town.first, f"NV-{duty.pk}", note="x"), town.officer)
    data = edited("progress", town.first, f"VC-{row.pk}", note="x")
    assert apply(send(data, town.first), town.first)["note"][0] == "refused"
    foreign = make_occurrence(duty, agency=town.communes[1], due_on=duty.due_by)
    data = edited("progress", town.first, f"VC-{foreign.pk}", note="x")
    assert send(data, town.officer).changes.get().outcome == "unknown"


def test_texts_that_look_like_formulas_go_out_as_text_and_come_back_whole(duty, row, town):
    evil = "=HYPERLINK(1)"
    progress_notes.note_duty(obligation=duty, text=evil, by=town.first)
    values = reading.current("duties", town.first, [f"NV-{duty.pk}"])
    csv = sheet_file.to_csv("duties", values)
    assert b";'=HYPERLINK" in csv and not send(csv, town.first).changes.exists()
    book = load_workbook(io.BytesIO(sheet_file.to_xlsx("duties", values, [])))
    cells = [cell for line in book["Dữ liệu"].iter_rows() for cell in line]
    assert evil in [cell.value for cell in cells] and "f" not in {c.data_type for c in cells}


def test_keys_are_locked_and_coded_columns_offer_their_list(row, town):
    data = edited("progress", town.officer, f"VC-{row.pk}")
    sheet = load_workbook(io.BytesIO(data))["Dữ liệu"]
    assert sheet.protection.sheet and sheet["A2"].protection.locked
    assert not sheet["G2"].protection.locked
    assert "Đang thực hiện" in sheet.data_validations.dataValidation[0].formula1


def test_by_plain_posts_from_the_list_to_the_applied_cells(page, duty, row, town):
    page.sign_in(town.first.user).get(reverse("duties:duty-list"))
    assert any(a.get("href") == reverse("duties:sheets") for a in page.all("a"))
    url = reverse("duties:sheets")
    page.post(url, {"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04x")}, status=422)
    assert "Không đọc được tệp này." in page.text
    data = edited("duties", town.first, f"NV-{duty.pk}", note="Mới", text="Khác", due="tuần sau")
    page.post(url, {"file": SimpleUploadedFile("sua.xlsx", data)})
    assert EMPTY in page.text and "Mới" in page.text
    here = reverse("duties:sheet", args=[SheetImport.objects.get().pk])
    page.get(here + "?nhom=unread")
    assert "G2" in page.text and "không phải là ngày" in page.text
    page.post(f"{here}ap-dung/", {"tat-ca": "1", "reason": "Lý do"}, status=422)
    assert "văn bản điều chỉnh" in page.text
    note = SheetChange.objects.get(column="note")
    sent = {"o": [str(note.pk)], "reason": "Lý do", "since": TODAY.isoformat()}
    page.post(f"{here}ap-dung/", sent)
    assert "Đã áp dụng 1/1 ô." in page.text
    assert Obligation.objects.get(pk=duty.pk).note == "Mới"


def test_a_file_is_downloaded_for_the_filter_of_the_list(page, duty, row, town):
    make_occurrence(make_obligation(duty.plan, code="V.2"), due_on=date(2023, 1, 1))
    page.sign_in(town.first.user)
    page.get(reverse("duties:sheet-file") + "?bang=duties&ma=IV.1&dang=csv")
    text = page.response.content.decode("utf-8-sig")
    assert "IV.1" in text and "V.2" not in text


def test_comparing_many_rows_asks_few_questions(duty, town, django_assert_max_num_queries):
    rows = [make_occurrence(duty, agency=town.communes[0], due_on=duty.due_by) for _ in range(40)]
    keys = [reading.key_of("progress", one.pk) for one in rows]
    data = sheet_file.to_csv("progress", reading.current("progress", town.officer, keys))
    with django_assert_max_num_queries(5):
        sheets.receive(data=data, file_name="a.csv", by=town.officer)


def test_the_pages_of_spreadsheets_belong_to_the_list_in_the_menu(page, row, town):
    page.sign_in(town.first.user).get(reverse("duties:sheets"))
    current = {a.get("href") for a in page.all("a") if a.get("aria-current") == "page"}
    assert reverse("duties:duty-list") in current and reverse("duties:my-agency") not in current
