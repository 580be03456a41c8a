"""Tooltips for words that may come from anywhere."""

from html import escape


def wrapped_tip(words: str) -> str:
    """Words as a tooltip that wraps: Qt wraps rich text only. Nothing in them is read as markup."""
    return f"<p>{'<br>'.join(escape(line) for line in words.splitlines())}</p>" if words else ""
