"""Ways to spoil a document on purpose (đột biến): the same for the same random source."""

from __future__ import annotations

import random
from collections.abc import Callable

from .damage import PROFILES

Lines = list[str]
Mutation = Callable[[Lines, random.Random], Lines]
HOSTILE = (
    "\u202e", "\u200b", "\ufeff", "\u0301" * 40, "\ud7ff", "\U0001f1fb\U0001f1f3", "\x00", "\x0c",
    "\u2028", "\x85", "𝐊𝐞̂́ 𝐡𝐨𝐚̣𝐜𝐡", "ẞ", "İ", "ﬃ", "\uffff", "ก็", "\u1112\u1161\u11ab", "٣٤",
    "①", "Ⅳ", "½", "１２", "ᴷ", "\u00ad", "\ufffd",
)  # fmt: skip
FRAGMENTS = (
    "QUYẾT ĐỊNH", "KẾ HOẠCH", "PHỤ LỤC", "Phụ lục II", "BÁO CÁO", "Điều 1.", "Chương I",
    "Phần thứ nhất", "I. NỘI DUNG", "1.", "a)", "- ", "1.1.1.1.1.1.1.1.1.1.", "Nơi nhận:",
    "Kính gửi:", "./.", "DỰ THẢO", "STT\tNội dung\tChủ trì\tThời gian",
    "| TT | Nhiệm vụ | Thời hạn |", "|---|---|", "\t\t\t\t\t", "trước ngày 31/02/2031",
    "ngày 99 tháng 99 năm 9999", "quý IX năm 0", "0/0/0", "trước ngày 0 hằng tháng",
    "100000000000000000000000%", "12/QĐ-UBND-" + "X" * 60, "(Kèm theo Quyết định số", "Chủ trì:",
    "Phòng Nội vụ chủ trì, phối hợp với", "định kỳ hằng tháng, hằng quý, hằng năm, 6 tháng",
    "**", "****", "<ul><li>",
)  # fmt: skip


def delete(lines: Lines, chance: random.Random) -> Lines:
    first, last = _range(lines, chance)
    return lines[:first] + lines[last:]


def duplicate(lines: Lines, chance: random.Random) -> Lines:
    first, last = _range(lines, chance)
    return lines[:last] + lines[first:last] * chance.choice((1, 1, 2, 30)) + lines[last:]


def swap(lines: Lines, chance: random.Random) -> Lines:
    done = list(lines)
    for _ in range(chance.randint(1, 8)):
        a, b = chance.randrange(len(done)), chance.randrange(len(done))
        done[a], done[b] = done[b], done[a]
    return done


def shuffle(lines: Lines, chance: random.Random) -> Lines:
    first, last = _range(lines, chance)
    part = lines[first:last]
    chance.shuffle(part)
    return lines[:first] + part + lines[last:]


def insert_fragments(lines: Lines, chance: random.Random) -> Lines:
    done = list(lines)
    for _ in range(chance.randint(1, 12)):
        done.insert(chance.randrange(len(done) + 1), chance.choice(FRAGMENTS))
    return done


def insert_hostile(lines: Lines, chance: random.Random) -> Lines:
    done = list(lines)
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(done))
        line = done[place]
        at = chance.randrange(len(line) + 1)
        done[place] = line[:at] + chance.choice(HOSTILE) + line[at:]
    return done


def lengthen(lines: Lines, chance: random.Random) -> Lines:
    """A line, or a piece of one, many times over."""
    done = list(lines)
    place = chance.randrange(len(done))
    piece = chance.choice((done[place], chance.choice(FRAGMENTS), done[place][:3], "a", "1.", ", "))
    done[place] = piece * (chance.choice((200, 3_000, 20_000)) // max(1, len(piece)))
    return done


def join(lines: Lines, chance: random.Random) -> Lines:
    first, last = _range(lines, chance)
    glue = chance.choice((" ", "\t", " | ", ""))
    return [*lines[:first], glue.join(lines[first:last]), *lines[last:]]


def split(lines: Lines, chance: random.Random) -> Lines:
    done: Lines = []
    for line in lines:
        if chance.random() < 0.1 and len(line) > 1:
            at = chance.randrange(len(line))
            done += [line[:at], line[at:]]
        else:
            done.append(line)
    return done


def deepen(lines: Lines, chance: random.Random) -> Lines:
    """Numbering far deeper or far longer than any plan has."""
    place = chance.randrange(len(lines) + 1)
    count = chance.choice((40, 400))
    styles = (
        lambda n: ".".join(["1"] * (n % 90 + 1)) + ". Mục",
        lambda n: f"{n}. Việc thứ {n}",
        lambda n: f"{'I' * (n % 40 + 1)}. PHẦN",
        lambda n: " " * n + "- gạch",
        lambda n: f"{'abcđeg'[n % 6]}) ý {n}",
        lambda n: f"Điều {n}. Điều khoản",
    )
    style = chance.choice(styles)
    return lines[:place] + [style(n) for n in range(count)] + lines[place:]


def spoil_tables(lines: Lines, chance: random.Random) -> Lines:
    """Rows with cells lost, doubled or emptied, in tabs or pipes."""
    mark = chance.choice("\t|")
    done: Lines = []
    for line in lines:
        if line.count("\t") < 2 and chance.random() > 0.05:
            done.append(line)
            continue
        cells = line.split("\t") if "\t" in line else line.split(" ")
        cells = [cell for cell in cells if chance.random() > 0.15]
        cells += [""] * chance.choice((0, 0, 0, 1, 70))
        done.append(mark.join(cells))
    return done


def renumber(lines: Lines, chance: random.Random) -> Lines:
    """Figures changed, so that days, quarters and numbers fall out of the calendar."""

    def one(letter: str) -> str:
        return chance.choice("0123456789") if letter.isdigit() and chance.random() < 0.2 else letter

    return ["".join(map(one, line)) for line in lines]


def damage(lines: Lines, chance: random.Random) -> Lines:
    profile = chance.choice(list(PROFILES.values()))
    return profile("\n".join(lines), chance).split("\n")


def cut_short(lines: Lines, chance: random.Random) -> Lines:
    return lines[: chance.randrange(len(lines) + 1)]


MUTATIONS: tuple[Mutation, ...] = (
    delete, duplicate, swap, shuffle, insert_fragments, insert_hostile, lengthen, join, split,
    deepen, spoil_tables, renumber, damage, cut_short,
)  # fmt: skip
MOST_CHARACTERS = 400_000


def mutate(text: str, chance: random.Random) -> str:
    """The text after one to five mutations."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 5)):
        changed = chance.choice(MUTATIONS)(lines or [""], chance)
        if sum(map(len, changed)) > MOST_CHARACTERS:
            break
        lines = changed
    return "\n".join(lines)


def _range(lines: Lines, chance: random.Random) -> tuple[int, int]:
    first = chance.randrange(len(lines))
    return first, min(len(lines), first + chance.choice((1, 1, 2, 5, 40)))
