"""The commands of `lantoa` (danh mục lệnh): one module each, imported only when it is called.

A module has `add_arguments(parser)`, `run(args) -> int` and EXAMPLE; a new one needs a line here.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType


@dataclass(frozen=True, slots=True)
class Command:
    """A command by name: where it lives and what it does, in both languages."""

    name: str
    module: str
    vietnamese: str
    english: str

    def load(self) -> ModuleType:
        """The module that carries it out."""
        return importlib.import_module(f"lantoa.cli.{self.module}")


_ALL = (
    Command(
        "read",
        "read",
        "đọc một văn bản và in những gì hiểu được",
        "read a document and print what was understood",
    ),
    Command(
        "check",
        "check",
        "liệt kê những điểm cần xem lại trong văn bản",
        "list what needs a second look in a document",
    ),
    Command(
        "diff",
        "diff",
        "so sánh hai bản của một văn bản, theo đoạn và theo từ",
        "compare two versions of a document by paragraph and word",
    ),
    Command(
        "import",
        "import_document",
        "nạp văn bản vào cơ sở dữ liệu thành kế hoạch dự thảo",
        "load a document into the database as a draft plan",
    ),
    Command("report", "report", "lập báo cáo", "draw up a report"),
    Command("remind", "remind", "gửi nhắc việc đến hạn", "send reminders of what is due"),
    Command(
        "serve",
        "serve",
        "chạy trang web và bộ xử lý nền",
        "run the web server and the worker",
    ),
    Command("worker", "worker", "chạy bộ xử lý nền (việc định kỳ)", "run the periodic jobs"),
    Command(
        "backup", "backup", "sao lưu toàn bộ dữ liệu vào một tệp", "back up all data to a file"
    ),
    Command("restore", "restore", "khôi phục dữ liệu từ tệp sao lưu", "restore data from a backup"),
    Command("bench", "bench", "đo tốc độ", "measure speed"),
)


def commands() -> dict[str, Command]:
    """Every command whose module is present, by name."""
    here = Path(__file__).parent
    return {c.name: c for c in _ALL if (here / f"{c.module}.py").exists()}
