"""Duties from the tree of sections. Every document here is invented."""

from __future__ import annotations

from datetime import date

from lantoa.documents.reading.model import Document, Obligation, Paragraph, Section
from lantoa.documents.reading.obligations import find_obligations
from lantoa.documents.reading.options import Options


def bullets(*texts: str, line: int = 10) -> list[Paragraph]:
    return [Paragraph(line + 2 * n, text, bullet=True) for n, text in enumerate(texts)]


def section(path: str, heading: str, *parts: Paragraph | Section) -> Section:
    return Section(
        label=path.rpartition(".")[2],
        path=path,
        heading=heading,
        span=(1, 99),
        paragraphs=[part for part in parts if isinstance(part, Paragraph)],
        children=[part for part in parts if isinstance(part, Section)],
    )


def duties(*sections: Section, kind: str = "plan") -> list[Obligation]:
    document = Document(kind, "Kế hoạch", "issued", (1, 99), sections=list(sections))
    return find_obligations(document, options=Options(), year=2024)


def paths(*sections: Section) -> list[str]:
    return [duty.path for duty in duties(*sections)]


def test_each_bullet_is_a_duty_numbered_in_its_section() -> None:
    goals = section("I.1", "Mục tiêu", *bullets("Nâng cao nhận thức.", "Tạo đồng thuận."))

    assert paths(section("I", "MỤC TIÊU", goals)) == ["I.1.1", "I.1.2"]


def test_single_paragraph_takes_the_path_of_its_section() -> None:
    assert paths(section("IV.5", "Phòng Tư pháp", Paragraph(7, "Chủ trì tuyên truyền."))) == [
        "IV.5"
    ]


def test_paragraphs_under_a_letter_are_numbered_without_a_point() -> None:
    point = section("IV.1.a", "", Paragraph(5, "Cập nhật tin."), Paragraph(7, "Gửi báo cáo."))

    assert paths(section("IV", "TRÁCH NHIỆM", section("IV.1", "Phòng Y tế", point))) == [
        "IV.1.a1",
        "IV.1.a2",
    ]


def test_lead_ins_and_the_closing_sentence_are_no_duties() -> None:
    focus = section(
        "III",
        "TRỌNG ĐIỂM",
        Paragraph(3, "Phân công thực hiện như sau:"),
        *bullets("Mở lớp.", "Thi viết."),
    )
    last = section(
        "IV",
        "TỔ CHỨC",
        Paragraph(30, "Phòng Y tế theo dõi việc thực hiện."),
        Paragraph(32, "Trên đây là Kế hoạch, yêu cầu các đơn vị thực hiện./."),
    )

    assert paths(focus, last) == ["III.1", "III.2", "IV"]


def test_section_with_parts_gives_only_the_duties_of_its_parts() -> None:
    forms = section("II.3.1", "Qua báo chí", *bullets("Viết bài.", "Mời phóng viên."))
    chapter = section("II.3", "Hình thức", Paragraph(3, "Căn cứ thực tiễn, lựa chọn."), forms)

    assert paths(chapter) == ["II.3.1.1", "II.3.1.2"]


def test_class_defined_by_the_plan_leads_where_nobody_is_named() -> None:
    goals = section(
        "I",
        "Mục tiêu",
        *bullets(
            "Phát huy trách nhiệm của các phòng, ban và UBND các xã (sau đây gọi tắt là đơn vị).",
            "Nâng cao nhận thức.",
        ),
    )
    named = section("II.1", "Phòng Y tế", Paragraph(20, "Theo dõi trước ngày 20/3/2024."))

    _, second, third = duties(goals, section("II", "TRÁCH NHIỆM", named))

    assert [(p.name, p.role, p.group) for p in second.parties] == [
        ("các phòng, ban và UBND các xã", "lead", True)
    ]
    assert third.due.by == date(2024, 3, 19)
    assert second.confidence < third.confidence


def test_request_over_a_heading_holds_for_the_bodies_under_it() -> None:
    youth = section("IV.9.b", "Đoàn Thanh niên huyện", *bullets("Xung kích.", "Chia sẻ tin, bài."))
    front = section("IV.9", "Đề nghị Ủy ban Mặt trận Tổ quốc huyện", youth)

    found = duties(section("IV", "TRÁCH NHIỆM", front))

    assert [(duty.path, duty.binding) for duty in found] == [
        ("IV.9.b1", "requested"),
        ("IV.9.b2", "requested"),
    ]
    assert found[0].parties[0].role == "requested"


def test_duty_keeps_audiences_of_its_heading_and_its_target() -> None:
    contents = section(
        "II.1",
        "Nội dung tuyên truyền cho cán bộ, công chức",
        *bullets("100% đơn vị đăng tin trên Cổng thông tin điện tử.", "Chính quyền số."),
    )

    first, second = duties(contents)

    assert first.audiences == second.audiences == ["officials"]
    assert first.channels == ["portal"]
    assert first.target is not None
    assert (first.target.value, first.target.of) == (100, "đơn vị")


def test_article_that_only_promulgates_is_no_duty() -> None:
    articles = [
        section("Điều 1", "", Paragraph(1, "Ban hành kèm theo Quyết định này Kế hoạch năm 2024.")),
        section("Điều 2", "", Paragraph(3, "Các cơ quan, đơn vị tổ chức triển khai.")),
        section("Điều 3", "", Paragraph(5, "Quyết định này có hiệu lực kể từ ngày ký.")),
    ]

    assert [duty.path for duty in duties(*articles, kind="decision")] == ["Điều 2"]


def test_lines_that_only_describe_a_duty_belong_to_it() -> None:
    task = section(
        "II.1",
        "Nhiệm vụ",
        Paragraph(5, "Mở chuyên mục hỏi đáp.", bullet=True),
        Paragraph(7, "Cơ quan chủ trì thực hiện: Phòng Y tế."),
        Paragraph(8, "Cơ quan phối hợp: Công an xã."),
        Paragraph(9, "Thời gian hoàn thành: Quý II/2024."),
    )

    (duty,) = duties(task)

    assert (duty.path, duty.span) == ("II.1", (5, 9))
    assert [(p.name, p.role) for p in duty.parties] == [
        ("Phòng Y tế", "lead"),
        ("Công an xã", "coordinating"),
    ]
    assert duty.due.by == date(2024, 6, 30)


def test_heading_described_by_its_lines_is_the_duty() -> None:
    task = section("II.1", "Tổ chức hội thi", Paragraph(5, "Chủ trì: Huyện đoàn."))

    (duty,) = duties(task)

    assert duty.text.startswith("Tổ chức hội thi")
    assert [p.name for p in duty.parties] == ["Huyện đoàn"]


def test_class_leads_only_when_it_is_wide_enough_to_be_everybody() -> None:
    goals = section("I", "Mục tiêu", *bullets("Nâng cao nhận thức."))
    villages = section("II.1", "Trưởng các thôn", Paragraph(20, "Phát tờ rơi."))
    offices = section("II.2", "Các phòng, ban, cơ quan thuộc huyện", Paragraph(24, "Đăng tin."))

    nobody = duties(goals, section("II", "TRÁCH NHIỆM", villages))
    everybody = duties(goals, section("II", "TRÁCH NHIỆM", villages, offices))

    assert nobody[0].parties == []
    assert [p.name for p in everybody[0].parties] == ["Các phòng, ban, cơ quan thuộc huyện"]
    assert nobody[0].confidence < everybody[0].confidence


def test_marks_and_bare_numbers_are_no_duties() -> None:
    assert paths(section("I", "Mục tiêu", *bullets("|", "11.", "Nâng cao nhận thức."))) == ["I"]


def test_due_of_a_heading_holds_for_duties_that_say_none() -> None:
    until = section("I.1", "Đến cuối năm 2028", *bullets("Mở điểm.", "In sổ trước ngày 05/3/2025."))
    named = section("I.2", "Chương trình năm 2027", *bullets("Phát tờ gấp."))

    found = duties(section("I", "MỤC TIÊU", until, named))
    assert [duty.due.by for duty in found] == [date(2028, 12, 31), date(2025, 3, 4), None]
