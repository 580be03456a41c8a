"""Which hosts lie on this computer or in the learner's own network.

A link from elsewhere must not make the program knock at a router or a service on this computer: such a place
is asked only where the link itself, as it is shown, says that it leads there.
"""

from ipaddress import ip_address

_LOCAL_ENDINGS = (".localhost", ".local", ".lan", ".internal", ".home.arpa", ".home", ".test")


NAMES_THREAD = "names for a link check"
"""What threads are called that look up names."""


class LocalAddress(OSError):
    """A name that looks like a website's leads to this computer or into the own network."""


def is_local_name(host: str) -> bool:
    """Whether a host says itself that it is near: localhost, a local address, a name without a domain."""
    name = host.lower().rstrip(".")
    if ":" in name or name.replace(".", "").isdigit():
        return is_local_address(name)
    return "." not in name or name.endswith(_LOCAL_ENDINGS)


def is_local_address(text: str) -> bool:
    """Whether a text is an address that is not reachable over the internet."""
    try:
        return not ip_address(text.partition("%")[0]).is_global
    except ValueError:
        return False
