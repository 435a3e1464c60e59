"""What a clerk must look at (kiểm tra văn bản)."""

from .run import run_checks

__all__ = ["run_checks"]
