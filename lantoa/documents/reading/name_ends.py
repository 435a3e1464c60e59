"""Where a list of names ends (hết tên cơ quan): word by word, from how names are built.

A body's name is a class word, its field of work, its level and place. Once it may be complete, a
lower-case word ends it unless such words belong to names; before that only a word for what bodies
do ends it. So "Phòng Nội vụ soạn" ends after "vụ" and "Trung tâm Ứng phó sự cố tỉnh" after "tỉnh".
"""

from __future__ import annotations

import re
from itertools import islice

from .agency_names import GROUP_START, INSIDE_NAME, NAME_START
from .name_words import TOKEN, after_names, key_of, longest, of_classes, of_names, phrases_of

_LEVELS = phrases_of(
    "tỉnh|huyện|xã|phường|quận|thị xã|thị trấn|thành phố|đặc khu|trung ương|khu vực|liên khu vực"
)
_NOT_LEVELS = phrases_of("xã hội|tỉnh táo|thành phố thông minh|khu vực nông thôn")
# What may follow the complete name of a single body.
_GOES_ON = phrases_of(
    "cấp tỉnh|cấp huyện|cấp xã|cấp trên|cấp dưới|cấp cơ sở|các cấp|cơ sở|thuộc|trực thuộc|của|các|"
    "nhà nước|nhân dân|ngành|liên quan|có liên quan|trên địa bàn|địa phương|phụ trách|số|sở|nữ|"
    "trường|thôn|bản|ấp|buôn|khu phố|tổ dân phố|cấp ủy|cùng cấp|thông tin điện tử"
)
_NUMBERED = {
    "sở",
    "vực",
    "quận",
    "phường",
    "tổ",
    "số",
    "xã",
    "thôn",
    "khu",
    "phố",
    "trấn",
    "án",
    "đội",
}
_JOINTS = {",", ";", "/", "-", "và", "hoặc", "&"}
_OPEN = {"ngành", "thuộc", "của", "các", "trách"}
_HARD = {"tại", "để", "nhằm", "trong", "được", "sẽ", "đã", "cần", "phải", "theo", "khi", "với"}
_WHOLE_HEAD = re.compile(
    r"(?:UBND|HĐND|MTTQ|UBMTTQ|ĐBQH|Công an|Quân sự|Bưu điện|Điện lực|Viễn thông|Kho bạc|BHXH|VNPT|"
    r"Viettel|Mobi[Ff]one|đoàn|[uủ][yỷ]|Thanh tra|[Xx]ã hội|Chính phủ|Thủ tướng|Quốc hội|[Nn]hà "
    r"trường|Biên phòng|thôn|bản|ấp|buôn|nhân dân|biên tập|giám hiệu|[Ll]ãnh đạo)\s*$"
)
_QUANTIFIER = re.compile(r"(?:[Cc]ác|[Nn]hững|[Mm]ỗi|[Tt]ừng|[Tt]oàn thể)\s+")
_IN_CHARGE = " phụ trách"
_MOST = 400


def end_of_names(text: str, start: int, limit: int, known: re.Pattern[str] | None) -> int:
    """The offset where the names that begin at `start` end, at most `limit`."""
    end = _Scan(text, start, limit, known).end()
    # "Giao đồng chí A phụ trách.": nothing is named that is in their care.
    is_last = end == limit and text.endswith(_IN_CHARGE, start, end)
    return end - len(_IN_CHARGE) if is_last else end


class _Words:
    """The words from an offset on, and what stands around the one that is looked at."""

    def __init__(self, text: str, start: int, limit: int) -> None:
        self.text = text
        found = list(islice(TOKEN.finditer(text, start, limit), _MOST))
        self.words = [match[0] for match in found]
        self.keys = [key_of(word) for word in self.words]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.at = 0

    def _level(self) -> int:
        is_other = longest(_NOT_LEVELS, self.keys, self.at)
        return 0 if is_other else longest(_LEVELS, self.keys, self.at)

    def _is_open(self) -> bool:
        """A word before this one asks for the rest of the name."""
        before = self.keys[self.at - 1] if self.at else ""
        return before in _JOINTS or before in _OPEN

    def _is_team(self) -> bool:
        """ "Ban chỉ đạo", "Tổ kiểm tra": of these the first word is never what they do."""
        return self.at > 0 and self.keys[self.at - 1] in {"ban", "tổ", "đồng", "phận", "và"}

    def _ends_with_class(self) -> bool:
        """ "Văn phòng Sở Chuẩn bị": a new sentence was joined to a name that ends in "Sở"."""
        after = self.at + 1
        if self.keys[self.at] not in {"sở", "bộ", "cục"} or after >= len(self.keys):
            return False
        does = longest(after_names(), self.keys, after)
        return does > longest(of_names(), self.keys, after)

    def _lower_next(self) -> bool:
        after = self.words[self.at + 1 : self.at + 2]
        return bool(after) and after[0][0].islower()

    def _tokens_to(self, end: int) -> int:
        size = 1
        while self.at + size < len(self.ends) and self.ends[self.at + size] <= end:
            size += 1
        return size


class _Scan(_Words):
    def __init__(self, text: str, start: int, limit: int, known: re.Pattern[str] | None) -> None:
        super().__init__(text, start, limit)
        self.known, self.start = known, start
        self.reached = start
        # The name so far: could it end here; is it a class; did a level or place just stand there.
        self.complete = self.group = self.placed = False
        self.capitals = 0  # capitalised words right before this one
        self.fresh = True  # a name begins here, or goes on after a joint
        self.first = False  # right after the class word
        self.fielded = False  # complete by its field alone, with no level or place yet
        self.verbal = False  # the field just read is a verb elsewhere: "Phòng Kiểm tra"

    def end(self) -> int:
        while self.at < len(self.words):
            size = self._step()
            if size <= 0:
                return self.reached
            self.at += size
            if not self.fresh:
                self.reached = self.ends[self.at - 1]
        return self.reached

    def _step(self) -> int:
        """How many tokens go on with the names; 0 where they end."""
        word, at = self.words[self.at], self.starts[self.at]
        whole = self.known.match(self.text, at) if self.known else None
        if whole:
            return self._whole(whole.end())
        if self.fresh and (size := self._begin(at)):
            return size
        if self.at and (self.keys[self.at] in _JOINTS or self._joins(at)):
            return self._joint()
        if word.isdigit() or word[0].isdigit():
            return self._number()
        if not word[0].isalpha():
            return 0
        if word[0].isupper() and not self.placed and (size := self._begin(at, inside=True)):
            return size
        self.fresh = False
        return self._capital() if word[0].isupper() else self._small()

    def _whole(self, end: int) -> int:
        size = self._tokens_to(end)
        self._settle(complete=True)
        return size

    def _begin(self, at: int, *, inside: bool = False) -> int:
        """A class word, or the word for a class of bodies, opens a name (or stands within one)."""
        match = NAME_START.match(self.text, at)
        if match is None or (inside and (self.at == 0 or self._ends_with_class())):
            return 0
        self.group = bool(GROUP_START.match(self.text, at))
        quantifier = _QUANTIFIER.search(self.text, at, match.end()) if self.group else None
        end = quantifier.end() if quantifier else match.end()
        self._settle(complete=self.group or bool(_WHOLE_HEAD.search(match[0])))
        self.first = True
        return self._tokens_to(end)

    def _joins(self, at: int) -> bool:
        """ "Sở Nội vụ cùng Công an tỉnh": a name follows, not what they do together."""
        return self.keys[self.at] == "cùng" and bool(NAME_START.match(self.text, at + 5))

    def _joint(self) -> int:
        self.fresh, self.capitals = True, 0
        return 1

    def _number(self) -> int:
        if self.complete and not self.capitals and self.keys[self.at - 1] not in _NUMBERED:
            return 0
        self.fresh, self.capitals, self.first = False, 0, False
        return 1

    def _capital(self) -> int:
        word = self.words[self.at]
        field = longest(of_names(), self.keys, self.at)
        does = longest(after_names(), self.keys, self.at)
        if self.group:
            field = max(field, longest(of_classes(), self.keys, self.at))
        is_verb = does > field and (does > 1 or self._lower_next())
        if self.complete and is_verb and not self._is_open():
            return 0
        level = self._level()
        if level or field:
            self._settle(complete=True, placed=bool(level))
            self.verbal, self.fielded = does == max(level, field), not level
            return max(level, field)
        is_short = len(word) > 1 and word.isupper()
        self.verbal = does > 1 and not self.complete
        self.complete = is_short or (self.complete and not self._is_open())
        self.capitals = 0 if is_short else self.capitals + 1
        self.first = False
        return 1

    def _small(self) -> int:
        does = longest(after_names(), self.keys, self.at)
        field = longest(of_names(), self.keys, self.at)
        level = self._level()
        if level > max(does, field):
            self._settle(complete=True, placed=True)
            return level
        if self.first and not self.complete and (self._is_team() or field > does):
            self._settle(complete=field > 0)
            self.fielded = field > 0
            return max(field, does, 1)
        if self.verbal and does > 1 and self.keys[self.at - 1] in {",", "và"}:
            self._settle(complete=False)
            return max(field, does)
        if self._after_all():
            self._settle(complete=False)
            return max(1, does, field, longest(of_classes(), self.keys, self.at))
        return self._other(does, field)

    def _after_all(self) -> bool:
        """Right after "các" within the name of one body: "Liên hiệp các tổ chức hữu nghị"."""
        return self.at > 1 and not self.group and self.keys[self.at - 1] == "các"

    def _other(self, does: int, field: int) -> int:
        if self.capitals and not self.placed:
            return self._half(does)
        goes_on = self._goes_on()
        if does == field and does and self._is_field(field):
            self._settle(complete=True)
            return field
        if does >= max(goes_on, field, 1):
            return self._inside()
        if goes_on >= max(field, 1):
            is_open = self.keys[self.at] in {"phụ", "thuộc", "trực", "của"} and not self.group
            self._settle(complete=not is_open)
            return goes_on
        if field:
            self._settle(complete=True)
            return field
        return self._unknown()

    def _is_field(self, size: int) -> bool:
        """A verb that is a field too ends a name that wants one: "Giám định xây dựng tỉnh"."""
        if self.complete or self.at + size >= len(self.keys):
            return not self.complete
        after = self.at + size
        return bool(longest(_LEVELS, self.keys, after) or longest(after_names(), self.keys, after))

    def _unknown(self) -> int:
        """A word of no list ends a complete name, unless the name clearly ends right after it."""
        if not self.complete:
            return 1
        if self.verbal and not self.group:  # "Xây dựng chính quyền": what the verb is about
            self.complete = self.verbal = False
            return 1
        if not self.fielded or self.group:
            return 0
        self.fielded = False
        after = self.at + 1
        if after >= len(self.words) or self.keys[after] in _JOINTS:
            return 1
        return 1 if longest(after_names(), self.keys, after) > 1 else 0

    def _half(self, does: int) -> int:
        """The second half of a word that began with a capital: "Luật gia"; not a verb's first."""
        is_end = (does > 1 or self.words[self.at] in _HARD) or (does and self.capitals > 1)
        if is_end:
            return self._inside()
        if self.capitals > 1:
            return 0
        self.capitals = 0
        return 1

    def _inside(self) -> int:
        """A verb ends the name unless it belongs to one ("Trợ giúp pháp lý")."""
        at = self.starts[self.at]
        window = max(self.start, at - 30)
        for inside in INSIDE_NAME.finditer(self.text, window, at + 60):
            if inside.start() <= at < inside.end():
                size = self._tokens_to(inside.end())
                self._settle(complete=False)
                return size
        return 0

    def _goes_on(self) -> int:
        return longest(of_classes() if self.group else _GOES_ON, self.keys, self.at)

    def _settle(self, *, complete: bool, placed: bool = False) -> None:
        self.complete, self.placed, self.fielded = complete, placed, False
        self.capitals, self.fresh, self.first, self.verbal = 0, False, False, False
