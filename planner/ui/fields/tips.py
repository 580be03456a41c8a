"""Tooltips for words that may come from anywhere."""

from html import escape

from planner.domain.wording import without_overrides


def wrapped_tip(words: str) -> str:
    """Words as a tooltip that wraps: Qt wraps rich text only. Nothing in them is read as markup."""
    lines = without_overrides(words).splitlines()
    return f"<p>{'<br>'.join(escape(line) for line in lines)}</p>" if words else ""
