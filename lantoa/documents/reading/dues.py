"""Due phrases (thời hạn, tiến độ) as typed rules: from a table cell, or from a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from . import due_rules as rules
from .due_builders import Rule, Setting
from .due_events import BEFORE_EVENT, ON_REQUEST, TRIGGERED
from .due_grammar import Grammar
from .due_held import HELD, HELD_DAYS, ON_DAY, ON_FULL_DATE
from .due_occasions import FEAST, OCCASION
from .due_ranges import FROM_ON, UNTIL_YEAR
from .due_repeats import MIXED
from .due_slips import readable
from .known_phrases import phrase_within, whole_phrase
from .limits import MAX_SAID
from .model import Due
from .options import Options
from .references import find_symbols, squeeze

_LABELLED = re.compile(
    r"(?:thời (?:gian|hạn|điểm)|tiến độ|hạn|\bhoàn thành|lộ trình)(?:\s+(?:và|thực hiện"
    r"|hoàn thành|gửi|báo cáo|"
    r"tổ chức|triển khai|nộp|cuối|chót|dự kiến|tiến độ|thời gian|địa điểm|đăng ký|tiếp "
    r"nhận|là))*\s*:\s*"
    r"(?P<cell>(?:[^.;]|\.(?=\d))+)",
    re.IGNORECASE,
)
# "số liệu tính đến ngày …", "văn bản ban hành trước ngày …": a date about something else.
_OTHER_DATE = re.compile(
    r"(?:tính|(?<!nộp )(?<!gửi )(?<!cấp )(?<!báo cáo )(?<!chốt )số liệu|lũy kế|hiệu "
    r"lực(?:\s+thi hành)?|ban hành|công bố|được cấp|thành lập|sinh|"
    r"(?<!đăng )ký|phát sinh|"
    r"tiếp nhận|công nhận|nhiệm kỳ|giai đoạn|định hướng|tầm nhìn|tuyển dụng|bổ "
    r"nhiệm)\s*(?:kể\s+)?$",
    re.IGNORECASE,
)
# "Xây dựng, ban hành trước ngày 15/3": the duty's own act.
_OWN_ACT = re.compile(
    r"(?:^\W*|,\s*|\bvà\s+|\bhoàn thành (?:việc )?)(?:ban hành|công bố|thành lập|tiếp nhận|ký)\s*$",
    re.IGNORECASE,
)
# "chỉ số được công bố trong năm 2021": the year of another's act, not of this duty.
_PASSIVE = re.compile(
    r"\b(?:được|đã)\s+(?:công bố|ban hành|phê duyệt|đánh giá|xếp hạng|thông qua|giao|ký|sắp xếp|"
    r"thành lập|"
    r"sáp nhập|công nhận|tổng kết)[^;:.(]*$"
)
# "tổ chức hội nghị … năm 2023", "nâng cao tỷ lệ … năm 2023": the year bounds the act itself.
_BOUNDED_ACT = re.compile(
    r"\b(?:tổ chức(?: tốt| thành công)? (?:\d+ )?(?:hội nghị|cuộc|lớp|buổi|đợt|ngày|tuần lễ|đối "
    r"thoại)|(?:nâng cao|nâng|tăng) tỷ lệ)"
    r"(?:(?!mục tiêu|kế hoạch|chương trình|nghị quyết|cuộc thi|hội thi|đề án)[^.;])*$",
    re.IGNORECASE,
)
# "họp giao ban hàng tháng": the word tells which meeting, not when the duty is due.
_REPEATED_NOUN = re.compile(
    r"(?:họp|giao ban|sinh hoạt|hội nghị|kế hoạch|chương trình|chỉ số|chi bộ|buổi|kỳ|nhiệm vụ|"
    r"chỉ tiêu|hội báo|hành chính|công tác|thi đua|lịch|trợ cấp|xã hội|lương|phụ cấp|tiền|phí|"
    r"thu nhập)\s*$",
    re.IGNORECASE,
)
_REGULAR_NOUN = re.compile(
    r"(?:chi|công việc|nhiệm vụ|kinh phí|ngân sách|hoạt động|dự toán|không|xử lý công việc)\s*$",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"(?:(?P<done>hoàn thành|dứt điểm|xong)(?:\s+(?:trong|vào))?|trong|vào|thực hiện|dự "
    r"kiến(?:\s+(?:tổ "
    r"chức|hoàn thành|thực hiện|trong|vào))*)\s+(?:khoảng\s+(?:thời gian\s+)?|các\s+|cả\s+"
    r"|ngay\s+)?$",
    re.IGNORECASE,
)
_PAST = 3
_EMERGENT = Rule(
    re.compile(
        r"phát sinh\b[^.;]{0,200}?\bbổ sung (?P<phrase>trong quá trình[^.;]*)", re.IGNORECASE
    ),
    lambda match, setting: Due("triggered", ""),
    needs=("phát sinh",),
)


def read_due(text: str, *, year: int | None, options: Options, context: str = "") -> Due:
    """The rule of a table cell whose whole text is the due phrase: "Quý I/2023".

    When the duty follows another plan, `context` (the activity's text) may name that plan.
    """
    phrase = squeeze(text[:MAX_SAID])
    read = readable(phrase)
    taught = whole_phrase(phrase, options.phrases, year)
    if taught is not None:
        return taught
    due = _first(read, Setting(year, options.before_is_strict))
    if due is None:
        return Due("unstated", phrase)
    due = replace(due, text=phrase)
    if due.kind == "external":
        symbols = find_symbols(phrase) or find_symbols(context)
        due.external_symbol = symbols[0] if len(set(symbols)) == 1 else _followed(context)
    return due


def find_due(text: str, *, year: int | None, options: Options) -> Due:
    """The due rule in running text, in the source's words; kind "unstated" when there is none.

    Dates of cited documents and years within names are no dues. A phrase that people explained
    wins, unless the text says more than the phrase does.
    """
    phrase = squeeze(text[:MAX_SAID])
    known = phrase_within(phrase, options.phrases, year)
    if known is None:
        return _found(phrase, year=year, options=options)
    taught, start, end = known
    if taught.kind == "unstated":
        rest = f"{phrase[:start]} {phrase[end:]}"
        return _found(squeeze(rest), year=year, options=options)
    read = _found(phrase, year=year, options=options)
    says_more = len(read.text) > len(taught.text) and taught.text in read.text
    return read if says_more else taught


def _found(phrase: str, *, year: int | None, options: Options) -> Due:
    setting, source = Setting(year, options.before_is_strict), phrase
    phrase = readable(phrase)
    labelled = _LABELLED.search(phrase) if ":" in phrase else None
    if labelled:
        start, end = labelled.span("cell")
        due = read_due(source[start:end], year=year, options=options)
        if due.kind != "unstated":
            return due
    for place in _SENTENCE.fitting(phrase):
        rule, is_fit = _RUNNING[place]
        for match in rule.pattern.finditer(phrase):
            found = rule.build(match, setting) if is_fit(phrase, match) else None
            if found and not _is_past(found, year):
                words = _words(phrase, source, match, is_fit is _is_during)
                return replace(found, text=words, external_symbol=_symbol(found, words))
    return Due("unstated", "")


def _first(phrase: str, setting: Setting) -> Due | None:
    for place in _CELL.fitting(phrase):
        rule = _CELL.rules[place]
        match = rule.pattern.search(phrase)
        due = rule.build(match, setting) if match else None
        if due:
            return due
    return None


def _followed(context: str) -> str | None:
    """The one plan that the activity's text says is followed: "(theo Kế hoạch … số 12/KH-UBND)"."""
    match = re.search(r"theo\s+(?:kế hoạch|quyết định|chương trình)[^;]*", context, re.IGNORECASE)
    symbols = find_symbols(match[0]) if match else []
    return symbols[0] if symbols else None


def _is_past(due: Due, year: int | None) -> bool:
    """A day long before the plan tells of something that was; a wrong year by one may be a slip."""
    return bool(year and due.by and due.by.year < year - _PAST)


def _words(phrase: str, source: str, match: re.Match[str], with_preposition: bool) -> str:
    """The source's words: "trong quý II", never half a pair of brackets."""
    start = match.start("phrase") if "phrase" in match.groupdict() else match.start()
    if with_preposition:
        before = _DURING.search(phrase, max(0, start - 40), start)
        start = before.start() if before else start
    end = match.end("phrase") if "phrase" in match.groupdict() else match.end()
    words = squeeze(source[start:end]).rstrip(" ,")
    return words[:-1] if words.endswith(")") and "(" not in words else words


def _symbol(due: Due, words: str) -> str | None:
    symbols = find_symbols(words) if due.kind == "external" else []
    return symbols[0] if symbols else None


def _is_limit(phrase: str, match: re.Match[str]) -> bool:
    first = max(0, match.start() - 40)
    return not _OTHER_DATE.search(phrase, first, match.start()) or bool(
        _OWN_ACT.search(phrase[first : match.start()])
    )


def _is_repeated(phrase: str, match: re.Match[str]) -> bool:
    if match[0].lower().startswith("định kỳ"):
        return True
    before, after = phrase[: match.start()].rstrip(" -+•"), phrase[match.end() :].lstrip()
    if not (before[-1:] in ("", *",;.:(") or after[:1] in ("", *",;.:)")):
        return False  # "trợ cấp hàng tháng được rà soát" tells which allowance
    return not _REPEATED_NOUN.search(phrase, max(0, match.start() - 40), match.start())


def _is_during(phrase: str, match: re.Match[str]) -> bool:
    before = phrase[max(0, match.start() - 160) : match.start()]
    during = _DURING.search(before)
    if before.endswith("(") and phrase[match.end() : match.end() + 1] == ")":
        return not _PASSIVE.search(before)
    if during is None:
        return not before.strip(" -+•")
    return bool(during["done"]) or not _PASSIVE.search(before)


def _bounds_act(phrase: str, match: re.Match[str]) -> bool:
    is_last = not phrase[match.end() : match.end() + 1].strip(" .;")
    return is_last and bool(_BOUNDED_ACT.search(phrase, max(0, match.start() - 200), match.start()))


def _in_year_of_act(phrase: str, match: re.Match[str]) -> bool:
    """ "Tổ chức ít nhất 01 hội nghị trong năm": how much within the plan's year."""
    before = phrase[max(0, match.start() - 120) : match.start()].lower()
    is_last = phrase[match.end() : match.end() + 1] in ("", *".;,")
    return is_last and (
        "ít nhất" in before or "tối thiểu" in before or "hoàn thành" in before[-20:]
    )


def _is_regular(phrase: str, match: re.Match[str]) -> bool:
    return not _REGULAR_NOUN.search(phrase, max(0, match.start() - 40), match.start())


def _tells_reports(phrase: str, match: re.Match[str]) -> bool:
    """ "Báo cáo quý, 6 tháng, năm", "hằng tháng, quý"; "6 tháng, năm" alone may be anything."""
    before = phrase[max(0, match.start() - 20) : match.end()].lower()
    if any(word in before for word in ("báo cáo", "định kỳ", "sơ kết")):
        return True
    return match[0][:4].lower() in ("hàng", "hằng", "mỗi ") and _is_repeated(phrase, match)


def _always(phrase: str, match: re.Match[str]) -> bool:
    return True


_RUNNING = (
    *((rule, _is_limit) for rule in rules.LIMITS),
    (MIXED, _tells_reports),
    (rules.HALF_YEARLY, _is_repeated),
    (rules.PER_UNIT, _always),
    (rules.PERIODIC, _is_repeated),
    (rules.PART_OF_MONTH, _is_during),
    (rules.PART_OF_QUARTER, _is_during),
    (rules.HALF_OF_YEAR, _is_during),
    (rules.QUARTER, _is_during),
    (rules.HALF, _is_during),
    (rules.MONTH, _is_during),
    (rules.YEARS, _is_during),
    (rules.SCHOOL_YEAR, _is_during),
    (ON_DAY, _is_limit),
    (ON_FULL_DATE, _is_limit),
    (HELD_DAYS, _always),
    (HELD, _always),
    (TRIGGERED, _is_limit),
    (BEFORE_EVENT, _always),
    (ON_REQUEST, _always),
    (OCCASION, _always),
    (_EMERGENT, _always),
    (rules.EXTERNAL, _always),
    (FROM_ON, _is_limit),
    (FEAST, _always),
    (UNTIL_YEAR, _always),
    (rules.STANDING, _is_regular),
    (rules.DAILY, _is_repeated),
    (rules.PART_OF_MONTH, _bounds_act),
    (rules.YEARS, _bounds_act),
    (rules.IN_YEAR, _in_year_of_act),
)
_SENTENCE = Grammar([rule for rule, _ in _RUNNING])
_CELL = Grammar(rules.CELL)
