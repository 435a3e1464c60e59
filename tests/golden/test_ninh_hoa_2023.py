"""The worked example: what its plan is known to hold, said once more in plain numbers."""

from __future__ import annotations

from . import samples

SAMPLE = "ninh-hoa-2023"


def _document(index):
    return samples.reading(SAMPLE)["documents"][index]


def test_file_holds_decision_plan_appendix_and_an_earlier_version_of_the_plan():
    found = [(d["kind"], d["status"]) for d in samples.reading(SAMPLE)["documents"]]

    assert found == [
        ("decision", "issued"),
        ("plan", "issued"),
        ("appendix", "issued"),
        ("plan", "draft"),
    ]


def test_plan_has_a_hundred_duties_of_which_one_bears_an_absolute_day():
    duties = _document(1)["obligations"]

    assert len(duties) == 100
    assert [d["path"] for d in duties if d["due"]["kind"] == "by_date"] == ["V.1.a2"]


def test_plan_has_three_measurable_targets_of_a_hundred_per_cent():
    targets = {d["path"]: d["target"]["value"] for d in _document(1)["obligations"] if d["target"]}

    assert targets == {"I.1.3": 100, "II.3.5.4": 100, "IV.1.a1": 100}


def test_appendix_has_fourteen_activities_of_which_three_run_over_a_page_break():
    activities = _document(2)["activities"]

    assert [row["number"] for row in activities] == list(range(1, 15))
    assert [row["number"] for row in activities if len(row["spans"]) > 1] == [4, 7, 11]


def test_final_documents_cite_twenty_eight_others():
    own = {None, "130/QĐ-UBND", "430/QĐ-UBND"}
    cited = {r["symbol"] for i in range(3) for r in _document(i)["references"]} - own

    assert len(cited) == 28


def test_decision_has_three_articles_and_ten_recipients():
    decision = _document(0)

    assert [s["label"] for s in decision["sections"]] == ["Điều 1", "Điều 2", "Điều 3"]
    assert len(decision["recipients"]) == 10
