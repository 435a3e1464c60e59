"""`lantoa`: finds the command and runs it; every failure is one sentence and exit code 2."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from .language import say
from .parser import Parser, UsageError
from .registry import Command, commands

FAILED = 2
_INTERRUPTED = 130
_CLOSED_PIPE = 141  # as a shell tells a process that SIGPIPE ended


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the value is the exit code of the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as problem:
        if os.environ.get("LANTOA_DEBUG"):
            raise
        return _fail(problem)


def entry() -> None:
    """For `python -m lantoa.cli`."""
    raise SystemExit(main())


def _dispatch(arguments: list[str]) -> int:
    known = commands()
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(_overview(known))
        return 0 if arguments else FAILED
    if arguments[0] == "--version":
        print(_version())
        return 0
    command = known.get(arguments[0])
    if command is None:
        raise UsageError(
            say(
                f"Không có lệnh “{arguments[0]}”. Xem `lantoa --help`.",
                f"There is no command “{arguments[0]}”. See `lantoa --help`.",
            )
        )
    return _run(command, arguments[1:])


def _run(command: Command, arguments: list[str]) -> int:
    module = command.load()
    parser = Parser(
        f"lantoa {command.name}",
        description=say(command.vietnamese, command.english),
        example=getattr(module, "EXAMPLE", f"lantoa {command.name}"),
    )
    module.add_arguments(parser)
    try:
        parsed = parser.parse_args(arguments)
    except SystemExit as done:  # argparse leaves this way after --help
        return int(done.code or 0)
    return int(module.run(parsed))


def _overview(known: dict[str, Command]) -> str:
    width = max(map(len, known))
    lines = [
        say(
            "lantoa: đọc kế hoạch tuyên truyền cải cách hành chính và theo dõi việc thực hiện.",
            "lantoa: reads plans of public communication and follows how they are carried out.",
        ),
        "",
        say("Cách dùng: lantoa LỆNH [tham số]", "Usage: lantoa COMMAND [arguments]"),
        "",
        say("Các lệnh:", "Commands:"),
        *(f"  {c.name:<{width}}  {say(c.vietnamese, c.english)}" for c in known.values()),
        "",
        say(
            "Hướng dẫn của từng lệnh: lantoa LỆNH --help",
            "Help on a command: lantoa COMMAND --help",
        ),
        say("Ví dụ:\n  lantoa read ke-hoach.docx", "Example:\n  lantoa read ke-hoach.docx"),
    ]
    return "\n".join(lines)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"lantoa {version('lantoa')}"
    except PackageNotFoundError:
        return "lantoa"


def _speak_utf8() -> None:
    """Vietnamese goes out as UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _fail(problem: Exception) -> int:
    if isinstance(problem, BrokenPipeError):  # "lantoa diff … | head": the reader had enough
        _abandon_output()
        return _CLOSED_PIPE
    if _is_output(problem):
        _abandon_output()
        sentence = say("Không ghi được kết quả ra.", "The result could not be written.")
    else:
        sentence = _sentence(problem)
    with contextlib.suppress(OSError, ValueError, AttributeError):
        print(f"lantoa: {sentence}", file=sys.stderr, flush=True)
    return FAILED


def _is_output(problem: Exception) -> bool:
    """A full disk or a closed descriptor behind stdout, not a file that was named."""
    return isinstance(problem, OSError) and problem.filename is None


def _abandon_output() -> None:
    """Without this the interpreter tries to flush once more at exit and complains."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _sentence(problem: Exception) -> str:
    in_vietnamese = getattr(problem, "message", "") or getattr(problem, "text", "")
    if isinstance(problem, UsageError):
        return str(problem)
    if type(problem).__name__ == "UnreadableFile":
        return say(str(in_vietnamese), str(getattr(problem, "english", in_vietnamese)))
    if any(kind.__name__ == "DomainError" for kind in type(problem).__mro__):
        return str(getattr(problem, "text", problem))
    if isinstance(problem, OSError):
        return say(
            f"Không mở được “{problem.filename}”.", f"“{problem.filename}” cannot be opened."
        )
    name = type(problem).__name__
    return say(
        f"Chương trình gặp lỗi ngoài dự kiến ({name}); đặt LANTOA_DEBUG=1 để xem chi tiết.",
        f"Unexpected error ({name}); set LANTOA_DEBUG=1 for the details.",
    )


if __name__ == "__main__":
    entry()
