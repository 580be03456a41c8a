"""Links that came from a person, a roadmap or a file: which of them may ever be opened."""

from urllib.parse import urlsplit


def may_be_opened(link: str) -> bool:
    """Whether a link is http or https, names a host, and carries no user name or password."""
    try:
        parts = urlsplit(link)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
