"""Small websites on loopback, each behaving in its own way, with and without TLS."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread

SLOW_SECONDS = 0.3


class Website(ThreadingHTTPServer):
    """A server on a free port of 127.0.0.1 that remembers what it was asked."""

    daemon_threads = True

    def __init__(
        self,
        tls: ssl.SSLContext | None = None,
        redirects: dict[str, str] | None = None,
        pages: dict[str, bytes] | None = None,
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Pages)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.redirects = redirects or {}
        self.pages = pages or {}
        self.open = Event()
        """Set when the server goes, so that pages which never answer let go."""
        self.counting = Lock()
        self.now = self.most_at_once = 0
        """Slow pages that are being asked for at this moment, and the most there were."""
        self._tls = tls
        self.address = f"{'https' if tls else 'http'}://127.0.0.1:{self.server_address[1]}"

    def get_request(self) -> tuple[socket.socket, tuple[str, int]]:
        """Take a connection; the handshake comes in the thread of its handler, where it may fail."""
        taken, address = super().get_request()
        if self._tls is not None:
            taken = self._tls.wrap_socket(taken, server_side=True, do_handshake_on_connect=False)
        return taken, address

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients break off on purpose."""


class _Pages(BaseHTTPRequestHandler):
    server: Website

    def do_GET(self) -> None:
        server, path = self.server, self.path
        server.asked.append((path, dict(self.headers)))
        if path in server.redirects:
            self._answer(302, server.redirects[path])
        elif path in server.pages:
            self._answer(200, content=server.pages[path])
        elif path.startswith("/slow"):
            with server.counting:
                server.now += 1
                server.most_at_once = max(server.most_at_once, server.now)
            server.open.wait(SLOW_SECONDS)
            with server.counting:
                server.now -= 1
            self._answer(200)
        elif path.startswith("/silent"):
            server.open.wait()
            self._answer(200)
        elif path == "/drip":
            self._drip()
        elif path.startswith("/loop"):
            self._answer(302, f"{path}x")
        elif path.startswith("/status/"):
            self._answer(int(path.rsplit("/", 1)[1]))
        elif path == "/huge":
            self._pour()
        else:
            self._answer(200)

    def _answer(self, status: int, location: str = "", content: bytes = b"ok") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Set-Cookie", "crumb=1")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _drip(self) -> None:
        """One byte of a header at a time, without end."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drip: ")
        while not self.server.open.wait(0.02):
            self.wfile.write(b"x")

    def _pour(self) -> None:
        """A page without end."""
        self.send_response(200)
        self.end_headers()
        while not self.server.open.is_set():
            self.wfile.write(b"x" * 65536)

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing."""


@contextmanager
def website(
    tls: ssl.SSLContext | None = None,
    redirects: dict[str, str] | None = None,
    pages: dict[str, bytes] | None = None,
) -> Iterator[Website]:
    """A running website; `redirects` are paths with where they send on to, `pages` with what they hold."""
    server = Website(tls, redirects, pages)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.open.set()
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def speaking(words: bytes) -> Iterator[str]:
    """The address of something that is no website: it says the same to everyone and hangs up."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:

        def serve() -> None:
            while True:
                try:
                    taken, _ = listener.accept()
                except OSError:
                    return
                with taken:
                    taken.recv(65536)
                    taken.sendall(words)

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


def refusing_address() -> str:
    """An address where nothing listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port: int = listener.getsockname()[1]
    return f"http://127.0.0.1:{port}"
