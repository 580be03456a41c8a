"""Links asked of real servers on loopback: answering, slow, redirecting, refusing, TLS failing, garbage."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from planner.exchange.link_answers import Answer, Checked, Distrust
from planner.exchange.link_check import Limits, LinkCheck, ask
from planner.exchange.local_names import is_local_address, is_local_name
from tests.helpers.websites import Website, refusing_address, speaking, website

QUICK = Limits(longest=5, slow=0.15)


def asked(link: str, limits: Limits = QUICK, trusted: str | None = None) -> Checked:
    return asyncio.run(ask(link, limits, trusted))


@pytest.fixture
def site() -> Iterator[Website]:
    with website() as server:
        yield server


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def tls(authority: trustme.CA, *names: str, expired: bool = False) -> ssl.SSLContext:
    """A server's side of TLS with a certificate for these names."""
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, not_after=long_ago if expired else None).configure_cert(context)
    return context


def pem(authority: trustme.CA, folder: Path) -> str:
    path = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


def test_a_page_that_is_there_answers(site: Website) -> None:
    checked = asked(f"{site.address}/course")
    assert (checked.answer, checked.status, checked.leads_to) == (Answer.ANSWERS, 200, "")
    assert 0 < checked.seconds < 5


def test_a_slow_page_answers_slowly(site: Website) -> None:
    checked = asked(f"{site.address}/slow")
    assert (checked.answer, checked.status) == (Answer.SLOW, 200)
    assert checked.seconds > QUICK.slow


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_what_never_answers_is_left_in_time(site: Website, path: str) -> None:
    checked = asked(f"{site.address}{path}", Limits(longest=0.4))
    assert checked.answer is Answer.SILENT
    assert checked.seconds < 3


def test_a_page_without_end_is_not_read(site: Website) -> None:
    assert asked(f"{site.address}/huge").answer is Answer.ANSWERS


def test_a_redirect_is_followed_and_says_where_to() -> None:
    with website() as there, website(redirects={"/old": f"{there.address}/new", "/near": "/here"}) as here:
        far, near = asked(f"{here.address}/old"), asked(f"{here.address}/near")
    assert (far.answer, far.status, far.leads_to) == (Answer.REDIRECTS, 200, f"{there.address}/new")
    assert (near.answer, near.leads_to) == (Answer.REDIRECTS, f"{here.address}/here")


@pytest.mark.parametrize("target", ["http://[", "//[::1", "javascript:alert(1)", "file:///etc/hostname"])
def test_what_is_no_link_to_a_website_holds_up_no_other_link(target: str) -> None:
    told: list[Checked] = []
    finished = threading.Event()
    with website(redirects={"/old": target}) as here:
        links = [f"{here.address}/old", "http://[", f"{here.address}/course"]
        check = LinkCheck(links, told.append, finished.set, limits=QUICK)
        check.start()
        assert finished.wait(10)
        assert check.join(5)
    answers = {each.link: each for each in told}
    assert answers[links[0]].answer in (Answer.UNSAFE, Answer.GARBAGE)
    assert answers[links[1]].answer is Answer.UNSAFE
    assert answers[links[2]].answer is Answer.ANSWERS
    assert sorted(path for path, _ in here.asked) == ["/course", "/old"]


def test_redirects_are_followed_five_times_and_no_more(site: Website) -> None:
    assert asked(f"{site.address}/loop").answer is Answer.CIRCLES
    assert [path for path, _ in site.asked] == [f"/loop{'x' * hop}" for hop in range(6)]


@pytest.mark.parametrize("target", ["ftp://127.0.0.1/x", "file:///etc/passwd", "http://me:pw@127.0.0.1/"])
def test_a_redirect_to_no_plain_web_page_is_not_followed(target: str) -> None:
    with website(redirects={"/": target}) as server:
        checked = asked(f"{server.address}/")
    assert (checked.answer, checked.leads_to) == (Answer.UNSAFE, target)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (404, Answer.NOT_THERE),
        (410, Answer.NOT_THERE),
        (403, Answer.NOT_TO_PROGRAMS),
        (429, Answer.NOT_TO_PROGRAMS),
        (500, Answer.FAILS),
        (400, Answer.FAILS),
        (204, Answer.ANSWERS),
        (304, Answer.ANSWERS),
    ],
)
def test_statuses_mean_what_they_say(site: Website, status: int, answer: Answer) -> None:
    checked = asked(f"{site.address}/status/{status}")
    assert (checked.answer, checked.status) == (answer, status)


def test_where_nothing_listens_it_refuses() -> None:
    checked = asked(refusing_address())
    assert (checked.answer, checked.status) == (Answer.REFUSES, None)


def test_a_host_that_is_not_there() -> None:
    assert asked("http://nobody.invalid/").answer in (Answer.NO_HOST, Answer.UNREACHABLE)


@pytest.mark.parametrize(
    "words", [b"SSH-2.0-OpenSSH_9.2p1\r\n", b"", b"\x00\xff" * 400, b"HTTP/1.1 nonsense\r\n\r\n"]
)
def test_something_else_than_a_website(words: bytes) -> None:
    with speaking(words) as address:
        assert asked(address).answer is Answer.GARBAGE


def test_a_trusted_certificate_answers(authority: trustme.CA, tmp_path: Path) -> None:
    with website(tls(authority, "127.0.0.1")) as server:
        assert asked(f"{server.address}/", trusted=pem(authority, tmp_path)).answer is Answer.ANSWERS


def test_a_certificate_of_an_unknown_issuer_is_not_trusted(authority: trustme.CA) -> None:
    with website(tls(authority, "127.0.0.1")) as server:
        checked = asked(f"{server.address}/")
    assert (checked.answer, checked.distrust) == (Answer.UNTRUSTED, Distrust.UNKNOWN)
    assert server.asked == []


def test_a_certificate_that_ran_out_is_not_trusted(authority: trustme.CA, tmp_path: Path) -> None:
    with website(tls(authority, "127.0.0.1", expired=True)) as server:
        checked = asked(f"{server.address}/", trusted=pem(authority, tmp_path))
    assert (checked.answer, checked.distrust) == (Answer.UNTRUSTED, Distrust.EXPIRED)


def test_a_certificate_for_another_name_is_not_trusted(authority: trustme.CA, tmp_path: Path) -> None:
    with website(tls(authority, "elsewhere.example")) as server:
        checked = asked(f"{server.address}/", trusted=pem(authority, tmp_path))
    assert (checked.answer, checked.distrust) == (Answer.UNTRUSTED, Distrust.OTHER_NAME)


def test_no_secure_connection_where_none_is_spoken(site: Website) -> None:
    assert asked(site.address.replace("http:", "https:")).answer is Answer.INSECURE


def test_neither_passwords_nor_cookies_are_sent(site: Website, home: Path) -> None:
    (home / ".netrc").write_text("machine 127.0.0.1 login ana password secret\n")
    site.redirects["/first"] = "/second"
    asked(f"{site.address}/first")
    assert [path for path, _ in site.asked] == ["/first", "/second"]
    for _, headers in site.asked:
        assert not {"authorization", "cookie"} & {name.lower() for name in headers}


def test_a_website_cannot_send_into_the_own_network(site: Website, monkeypatch: pytest.MonkeyPatch) -> None:
    """The website is reached through the learner's proxy, which lies on this computer and may."""
    with website() as proxy:
        proxy.redirects["http://courses.example/"] = f"{site.address}/router/restart"
        monkeypatch.setenv("http_proxy", proxy.address)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert asked("http://courses.example/fine").answer is Answer.ANSWERS
        checked = asked("http://courses.example/")
    assert checked.answer is Answer.INTO_OWN_NETWORK
    assert checked.leads_to == f"{site.address}/router/restart"
    assert site.asked == []


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "::1", "192.168.1.1", "nas", "nas.local", "fe80::1%eth0"]
)
def test_near_hosts_say_so(host: str) -> None:
    assert is_local_name(host)


@pytest.mark.parametrize("host", ["example.org", "8.8.8.8", "localhost.example.org", "2606:4700::1111"])
def test_far_hosts_are_not_taken_for_near_ones(host: str) -> None:
    assert not is_local_name(host)
    assert not is_local_address(host)


def test_a_check_tells_of_each_link_once_and_then_that_it_is_done(site: Website) -> None:
    told: list[str] = []
    done = threading.Event()
    links = [f"{site.address}/{number}" for number in range(20)]
    LinkCheck([*links, links[0]], lambda each: told.append(each.link), done.set, limits=QUICK).start()
    assert done.wait(20)
    assert sorted(told) == sorted(links)
    assert len(site.asked) == 20


def test_no_more_than_eight_are_asked_at_once(site: Website) -> None:
    done = threading.Event()
    links = [f"{site.address}/slow?{number}" for number in range(20)]
    LinkCheck(links, lambda _: None, done.set, limits=Limits(longest=60)).start()
    assert done.wait(60)
    assert len(site.asked) == 20
    assert 1 < site.most_at_once <= 8


def test_cancelling_tells_nothing_more(site: Website) -> None:
    told: list[Checked] = []
    finished = threading.Event()
    answered = threading.Event()

    def on_checked(checked: Checked) -> None:
        told.append(checked)
        answered.set()

    check = LinkCheck([f"{site.address}/silent", f"{site.address}/fine"], on_checked, finished.set)
    check.start()
    assert answered.wait(20)
    check.cancel()
    assert check.join(5)
    assert [each.link for each in told] == [f"{site.address}/fine"]
    assert not finished.is_set()


def test_cancelling_before_it_began_asks_nothing(site: Website) -> None:
    check = LinkCheck([f"{site.address}/"], lambda _: None, lambda: None)
    check.cancel()
    check.start()
    assert check.join(5)
    assert site.asked == []
