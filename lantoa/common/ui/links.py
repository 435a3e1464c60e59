"""Links that keep the rest of the query string (lọc, sắp xếp, trang cùng nằm trên địa chỉ)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict


def as_query(params: Mapping[str, Any] | QueryDict) -> QueryDict:
    """A mutable copy of GET parameters, whatever mapping they came in."""
    if isinstance(params, QueryDict):
        return params.copy()
    query = QueryDict(mutable=True)
    for key, value in params.items():
        query.setlist(key, list(value) if isinstance(value, list | tuple) else [value])
    return query


def changed(params: Mapping[str, Any] | QueryDict, **changes: Any) -> str:
    """`?…` with some parameters replaced; None or an empty value takes one out."""
    query = as_query(params)
    for key, value in changes.items():
        if value in (None, "", []):
            query.pop(key, None)
        elif isinstance(value, list | tuple):
            query.setlist(key, list(value))
        else:
            query[key] = value
    return "?" + query.urlencode()


def one(params: Mapping[str, Any] | QueryDict, name: str) -> str:
    """The last value of a parameter, or an empty string."""
    value = as_query(params).get(name)
    return value if isinstance(value, str) else ""
