"""Calendar servers on loopback for tests: a real Radicale, and one that says what a test tells it to."""

import socket
import ssl
import subprocess
import sys
import threading
from base64 import b64encode
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from planner.exchange.caldav_server import Account, CalendarServer

USER, PASSWORD = "ana", "correct horse"
LOCKED = "locked"
"""A calendar of the user that can only be read, once it was made."""

_STOP_SECONDS = 20

_RIGHTS = f"""\
[root]
user: .+
collection:
permissions: R

[principal]
user: .+
collection: {{user}}
permissions: RW

[locked]
user: .+
collection: {{user}}/{LOCKED}
permissions: r

[calendars]
user: .+
collection: {{user}}/[^/]+
permissions: rw
"""


@dataclass
class Radicale:
    """A running Radicale; `stop` and `start` it again on the same port, with the same calendars."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def login(self) -> dict[str, str]:
        """The header by which another program signs in."""
        return {"Authorization": f"Basic {b64encode(f'{USER}:{PASSWORD}'.encode()).decode()}"}

    def start(self) -> None:
        """Run it and wait until it answers."""
        (self.folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
        (self.folder / "rights").write_text(_RIGHTS, encoding="utf-8")
        command = [sys.executable, "-m", "radicale", "--config", ""]
        for option, value in (
            ("server-hosts", f"127.0.0.1:{self.port}"),
            ("auth-type", "htpasswd"),
            ("auth-htpasswd-filename", str(self.folder / "users")),
            ("auth-htpasswd-encryption", "plain"),
            ("auth-delay", "0"),
            ("rights-type", "from_file"),
            ("rights-file", str(self.folder / "rights")),
            ("storage-filesystem-folder", str(self.folder / "data")),
        ):
            command += [f"--{option}", value]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, cwd=self.folder)
        log = self.process.stderr
        assert log is not None
        said = []
        for line in log:
            said.append(line)
            if b"server ready" in line:
                break
        else:
            raise AssertionError(b"".join(said).decode())
        threading.Thread(target=lambda: deque(log, maxlen=0), daemon=True).start()

    def stop(self) -> None:
        """End it; nothing answers then."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(_STOP_SECONDS)
            if self.process.stderr is not None:
                self.process.stderr.close()
            self.process = None

    def lock(self) -> Path:
        """Make the calendar that can only be read."""
        place = self.folder / "data" / "collection-root" / USER / LOCKED
        place.mkdir(parents=True)
        (place / ".Radicale.props").write_text('{"tag": "VCALENDAR", "D:displayname": "Locked"}')
        return place

    def files(self) -> dict[str, str]:
        """The events it keeps, by file name."""
        root = self.folder / "data" / "collection-root"
        return {
            each.name: each.read_text(encoding="utf-8")
            for each in root.rglob("*.ics")
            if ".Radicale.cache" not in each.parts
        }


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    """A Radicale with the user, keeping its calendars in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    server = Radicale(folder, free_port())
    server.start()
    try:
        yield server
    finally:
        server.stop()


def connected(address: str, password: str = PASSWORD, *, seconds: int = 20) -> CalendarServer:
    """A connection to the user's account."""
    return CalendarServer(Account(address=address, user=USER, password=password), seconds=seconds)


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Answer:
    """What a scripted server says."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


@contextmanager
def scripted(answer: Callable[[str, str], Answer | None], tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of a server that answers a method and a path as told; None keeps silent until the end."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        """Every method is answered alike."""

        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            """Read a request and answer it."""
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            said = answer(self.command, self.path)
            if said is None:
                over.wait()
                self.close_connection = True
                return
            self.send_response(said.status)
            for name, value in {"Content-Length": str(len(said.body)), **said.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said.body)

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()
