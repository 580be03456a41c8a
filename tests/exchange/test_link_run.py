"""A run in which no website is known by name was most likely one without a network."""

from planner.exchange.link_answers import Answer, Checked
from planner.exchange.link_run import looks_offline, settled


def test_no_such_name_counts_only_where_another_name_is_known() -> None:
    lost = Checked(link="https://gone.example/", answer=Answer.NO_HOST)
    near = Checked(link="http://127.0.0.1:8000/", answer=Answer.ANSWERS)
    far = Checked(link="https://there.example/", answer=Answer.NOT_THERE)
    assert looks_offline([lost, near])
    assert settled([lost, near])[lost.link].answer is Answer.UNREACHABLE
    assert not looks_offline([lost, near, far])
    assert settled([lost, near, far])[lost.link].answer is Answer.NO_HOST
    assert not looks_offline([near])
