"""Whether a line is a person's name (họ tên), as it stands alone below a signature."""

from __future__ import annotations

import re

from lantoa.common.rules.vietnamese import fold, settle_tones

_SURNAMES = frozenset(
    """nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh mai to
    truong dao ha cao luong luu thai chau ta phung quach trieu kieu lam la vuong ton nong lo giang
    vang sung quan khuat an au bach banh cam chu chung co cu dam dieu dong giap h k y ksor ro r siu
    nay rmah a be ban cung ma hau hua hoa khong kim lai lu luc mac man nghiem ngan ninh ong phi phu
    quang sam son su tang tan than thach thi thieu tieu tong tu ung van vi vien""".split()  # noqa: SIM905
)
_OFFICE = re.compile(
    r"\b(?:[uủ][yỷ] ban|ban|phòng|sở|hội đồng|hội|chủ tịch|giám đốc|nơi nhận|trung tâm|phụ lục|"
    r"kế hoạch|quyết định|cộng hòa|độc lập|tự do|thị xã|nhân dân|văn phòng|bí thư|trưởng|lưu|"
    r"tổ quốc|mặt trận|tỉnh|huyện|xã|phường|thành phố|bộ|cục|kính gửi|như điều|đã ký)\b"
)


def is_person_name(text: str) -> bool:
    """Two to six capitalised words on their own, none of an office or a place."""
    words = text.split()
    if not 2 <= len(words) <= 6 or not all(map(_is_name_word, words)):
        return False
    return not _OFFICE.search(settle_tones(text).lower())


def begins_with_surname(text: str) -> bool:
    """True when the first word is one of the usual surnames of Việt Nam's peoples."""
    return fold(text.split(maxsplit=1)[0]) in _SURNAMES


def _is_name_word(word: str) -> bool:
    bare = word.replace("'", "").replace("’", "").replace("-", "")
    return word[0].isupper() and bare.isalpha()
