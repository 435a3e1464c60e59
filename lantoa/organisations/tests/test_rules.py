"""Succession (kế thừa), terms in a post, kinds and the order of persons."""

from datetime import date

import pytest

from lantoa.organisations.models import Agency, Reorganisation
from lantoa.organisations.rules.kinds import Kind, Level, is_directed, levels_below
from lantoa.organisations.rules.person_names import order_key
from lantoa.organisations.rules.succession import Party, ReorganisationKind, problems
from lantoa.organisations.rules.tenures import Term, overlapping

DAY = date(2025, 7, 1)
OLD = Party(1, "Xã Cũ", date(2000, 1, 1))
OLD_TOO = Party(2, "Xã Cũ Hai", date(2000, 1, 1))
NEW = Party(3, "Xã Mới", DAY)
NEW_TOO = Party(4, "Xã Mới Hai", date(2010, 1, 1))
LATE = Party(5, "Xã Muộn", date(2025, 8, 1))
GONE = Party(6, "Xã Đã Hết", date(2000, 1, 1), date(2020, 1, 1))
ENDS_THAT_DAY = Party(7, "Xã Hết Đúng Ngày", date(2000, 1, 1), DAY)
MERGE, SPLIT, RENAME = ReorganisationKind.MERGE, ReorganisationKind.SPLIT, ReorganisationKind.RENAME
DISSOLVE, TRANSFER = ReorganisationKind.DISSOLVE, ReorganisationKind.TRANSFER

TABLE = [
    (MERGE, {OLD: [NEW], OLD_TOO: [NEW]}, []),
    (MERGE, {OLD: [NEW_TOO]}, []),
    (MERGE, {ENDS_THAT_DAY: [NEW]}, []),
    (MERGE, {OLD: []}, ["successor-count"]),
    (MERGE, {OLD: [NEW, NEW_TOO]}, ["successor-count"]),
    (RENAME, {OLD: [NEW]}, []),
    (RENAME, {OLD: [NEW], OLD_TOO: [NEW]}, ["shared-name"]),
    (TRANSFER, {OLD: [NEW]}, []),
    (TRANSFER, {OLD: []}, ["successor-count"]),
    (SPLIT, {OLD: [NEW, NEW_TOO]}, []),
    (SPLIT, {OLD: [NEW]}, ["successor-count"]),
    (SPLIT, {OLD: [NEW, NEW]}, ["successor-count"]),
    (DISSOLVE, {OLD: []}, []),
    (DISSOLVE, {OLD: [NEW]}, ["successor-count"]),
    (MERGE, {OLD: [LATE]}, ["successor-not-yet"]),
    (MERGE, {OLD: [GONE]}, ["successor-ended"]),
    (MERGE, {GONE: [NEW]}, ["predecessor-ended"]),
    (MERGE, {LATE: [NEW]}, ["predecessor-not-yet"]),
    (MERGE, {OLD: [OLD_TOO], OLD_TOO: [NEW]}, ["own-successor"]),
    (MERGE, {}, ["no-predecessor"]),
]


@pytest.mark.parametrize(("kind", "lines", "codes"), TABLE)
def test_reorganisation_is_held_to_its_cardinality_and_dates(kind, lines, codes):
    assert [problem.code for problem in problems(kind, DAY, lines)] == codes


def test_each_problem_names_the_agency_in_one_sentence():
    (problem,) = problems(SPLIT, DAY, {OLD: [NEW]})
    assert problem.message == (
        "Xã Cũ đang có 1 cơ quan kế thừa; chia tách thì mỗi cơ quan cũ có ít nhất hai cơ quan "
        "kế thừa."
    )


@pytest.mark.parametrize(
    ("terms", "pairs"),
    [
        ([Term(1, 1, date(2023, 1, 1), date(2024, 1, 1)), Term(2, 1, date(2024, 1, 1))], []),
        ([Term(1, 1, date(2023, 1, 1)), Term(2, 1, date(2024, 1, 1))], [(1, 2)]),
        ([Term(1, 1, date(2023, 1, 1)), Term(2, 2, date(2024, 1, 1))], []),
        (
            [
                Term(3, 1, date(2023, 6, 1), date(2023, 7, 1)),
                Term(1, 1, date(2023, 1, 1), date(2024, 1, 1)),
                Term(2, 1, date(2023, 2, 1), date(2023, 3, 1)),
            ],
            [(1, 2), (1, 3)],
        ),
    ],
)
def test_overlapping_terms_are_found(terms, pairs):
    assert [(first.key, second.key) for first, second in overlapping(terms)] == pairs


def test_persons_are_listed_by_given_name_then_by_the_rest():
    names = ["Trần Thị Ánh", "Nguyễn Văn An", "Lê Văn Ân", "Bùi An", "Đỗ Thị Đào", "Võ Dũng"]
    assert sorted(names, key=order_key) == [
        "Bùi An",
        "Nguyễn Văn An",
        "Trần Thị Ánh",
        "Lê Văn Ân",
        "Võ Dũng",
        "Đỗ Thị Đào",
    ]


def test_model_choices_are_the_rules_kinds_and_levels():
    assert set(Agency.Kind.values) == {kind.value for kind in Kind}
    assert set(Agency.Level.values) == {level.value for level in Level}
    assert set(Reorganisation.Kind.values) == {kind.value for kind in ReorganisationKind}


@pytest.mark.parametrize(
    ("kind", "directed"),
    [
        ("division", True),
        ("commune", True),
        ("vertical", True),
        ("enterprise", True),
        ("party", False),
        ("mass_organisation", False),
        ("press", False),
    ],
)
def test_party_front_and_press_are_only_asked(kind, directed):
    assert is_directed(kind) is directed


def test_levels_below_a_district_are_communes():
    assert levels_below("district") == {"commune"}
    assert levels_below("commune") == frozenset()
