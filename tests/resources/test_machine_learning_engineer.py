"""The roadmap that ships: what the article gives, nothing tuned, for every learner it is made for."""

from datetime import date, timedelta
from functools import cache
from itertools import product

import pytest

from planner.domain.calendar import spread_week
from planner.domain.checklist_facts import ChecklistKind
from planner.domain.items import (
    Activity,
    ActivityId,
    ActivityKind,
    MilestoneId,
    PhaseId,
    Provenance,
)
from planner.domain.outlook import Place, what_the_hours_mean, window_days
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.roadmap import Answers, Roadmap
from planner.domain.schedule import schedule
from planner.domain.wording import months_between
from planner.exchange.roadmap_toml import default_roadmap

BACKGROUNDS = ("engineer", "some-python", "zero")
TRACKS = ("cv", "nlp", "tabular")
CLOUDS = ("aws", "gcp", "azure")
CHOICES = list(product(BACKGROUNDS, TRACKS, CLOUDS))
STARTS = (date(2027, 1, 4), date(2026, 11, 24), date(2027, 2, 28), date(2028, 2, 29), date(2027, 12, 31))
MONDAY = STARTS[0]
SOURCE_MONTHS = {"phase-1": 3.0, "phase-2": 3.0, "phase-3": 2.5}
WINDOWS = {"engineer": (18, 24), "some-python": (20, 27), "zero": (24, 36)}


@cache
def roadmap() -> Roadmap:
    return default_roadmap()


def planted(
    background: str, track: str = "nlp", cloud: str = "gcp", hours: float = 10, start: date = MONDAY
) -> Plan:
    return plan_from(
        roadmap(),
        Answers(start=start, background=background, track=track, cloud=cloud, week=spread_week(hours)),
    )


def likely(plan: Plan, phase: str | None = None) -> float:
    """Likely hours of a phase, or of the whole path."""
    return sum(each.effort.likely for each in plan.activities.values() if phase in (None, each.phase))


def activity(plan: Plan, name: str) -> Activity:
    return plan.activity(ActivityId(name))


@pytest.mark.parametrize(("background", "track", "cloud"), CHOICES)
@pytest.mark.parametrize("start", STARTS)
def test_at_ten_hours_a_week_the_path_ends_in_its_window(
    background: str, track: str, cloud: str, start: date
) -> None:
    plan = planted(background, track, cloud, start=start)

    found = what_the_hours_mean(plan, schedule(plan))

    assert plan.facts.window is not None
    assert (plan.facts.window.low, plan.facts.window.high) == WINDOWS[background]
    assert found.place is Place.INSIDE
    low, high = WINDOWS[background]
    assert low <= found.months <= high
    assert found.window_first is not None
    assert found.window_last is not None
    assert found.window_first <= found.finish <= found.window_last


@pytest.mark.parametrize(
    ("background", "hours"), [("engineer", 839.58), ("some-python", 1033.28), ("zero", 1315.9)]
)
def test_the_likely_hours_are_the_sums_of_source_and_suggestions(background: str, hours: float) -> None:
    assert likely(planted(background)) == pytest.approx(hours)


@pytest.mark.parametrize(("background", "track", "cloud"), CHOICES)
def test_each_phase_is_as_long_as_the_middle_of_its_source_range(
    background: str, track: str, cloud: str
) -> None:
    plan = planted(background, track, cloud)
    laid_out = schedule(plan)

    for phase, months in SOURCE_MONTHS.items():
        span = laid_out.phase_span(PhaseId(phase))
        assert span is not None
        assert months_between(span[0], span[1] + timedelta(days=1)) == pytest.approx(months, abs=7 / 30)


@pytest.mark.parametrize("reference", [6, 8, 10, 15, 40])
def test_a_phase_hours_are_its_months_whatever_the_reference_week(reference: float) -> None:
    plan = plan_from(roadmap(), Answers(start=MONDAY, reference_week_hours=reference))

    for phase, months in SOURCE_MONTHS.items():
        assert likely(plan, phase) == pytest.approx(months * 4.348 * reference, abs=1e-9)


def test_at_the_reference_week_a_phase_low_and_high_are_the_ends_of_its_range() -> None:
    plan = planted("engineer")

    for phase, (low, high) in {"phase-1": (2, 4), "phase-2": (2, 4), "phase-3": (2, 3)}.items():
        inside = [each.effort for each in plan.activities.values() if each.phase == phase]
        assert sum(each.low for each in inside) == pytest.approx(low * 43.48)
        assert sum(each.high for each in inside) == pytest.approx(high * 43.48)


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_more_hours_a_week_never_end_the_path_later(background: str) -> None:
    finishes = [schedule(planted(background, hours=half / 2)).finish for half in range(6, 81)]

    assert finishes == sorted(finishes, reverse=True)
    assert finishes[0] > finishes[-1]


def test_half_the_hours_take_about_twice_as_long_and_say_so() -> None:
    plan = planted("engineer", hours=5)

    found = what_the_hours_mean(plan, schedule(plan))

    assert found.place is Place.BEYOND
    assert found.sentences[0] == (
        "At 5 h a week this path takes about 39 months; the source's 18–24 months assume steady study, "
        "about 10 h a week by this plan's reading."
    )


@pytest.mark.parametrize(("background", "track", "cloud"), CHOICES)
def test_the_plan_never_asks_for_more_than_the_weeks_hours(background: str, track: str, cloud: str) -> None:
    plan = planted(background, track, cloud)
    laid_out = schedule(plan)
    weeks = (laid_out.finish - MONDAY).days // 7 + 1

    asked = laid_out.load_hours(MONDAY, weeks)

    assert (asked <= laid_out.available_hours(MONDAY, weeks) + 1e-6).all()
    assert asked[:-4] == pytest.approx(laid_out.available_hours(MONDAY, weeks)[:-4])


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_the_phases_follow_each_other_through_their_milestones(background: str) -> None:
    plan = planted(background)
    laid_out = schedule(plan)
    milestones = ["ready-to-start", "core-fundamentals-proven", "notebooks-defended", "endpoint-live"]

    landing = [laid_out.lands(MilestoneId(each)) for each in milestones]

    assert landing == sorted(landing)
    assert laid_out.start_day(ActivityId("domain-project")) >= landing[-1]
    assert laid_out.start_day(ActivityId("cloud-certification")) >= landing[-1]
    assert laid_out.finish_milestone == "job-ready"
    assert laid_out.finish == laid_out.last_day


@pytest.mark.parametrize(("background", "track", "cloud"), CHOICES)
def test_every_number_says_where_it_comes_from_and_why(background: str, track: str, cloud: str) -> None:
    plan = planted(background, track, cloud)

    assert all(each.effort.reason for each in plan.activities.values())
    assert all(each.months.reason for each in plan.phases.values() if each.months)
    assert plan.facts.reference_week_reason
    assert plan.facts.window is not None
    assert plan.facts.window.reason
    assert all(each.reason and each.figure for each in roadmap().facts)


def test_figures_keep_the_provenance_the_source_gives_them() -> None:
    plan = planted("some-python")
    windows = {each.id: each.window.provenance for each in roadmap().backgrounds}

    assert windows == {
        "engineer": Provenance.SOURCE,
        "some-python": Provenance.DERIVED,
        "zero": Provenance.DERIVED,
    }
    assert roadmap().reference_week_provenance is Provenance.SUGGESTION
    assert all(each.months.provenance is Provenance.SOURCE for each in plan.phases.values() if each.months)
    for name, hours in {"classification-course": (21, 21, 21), "regression-course": (30, 39, 48)}.items():
        effort = activity(plan, name).effort
        assert effort.provenance is Provenance.PUBLISHER
        assert (effort.low, effort.likely, effort.high) == hours
    assert activity(plan, "structuring-ml-projects").effort.likely == 20
    assert activity(plan, "python").effort.likely == pytest.approx(2.5 * 43.48)
    assert activity(plan, "python").effort.provenance is Provenance.DERIVED


SUGGESTED_HOURS = {
    "mathematics": (30, 50, 80),
    "git-shell-docker": (15, 25, 40),
    "algorithms": (20, 40, 80),
    "sql": (10, 20, 35),
    "domain-project": (50, 80, 130),
    "mlops-project": (50, 80, 130),
    "end-to-end-project": (60, 90, 150),
    "cloud-certification": (40, 60, 100),
    "job-search": (60, 110, 200),
}


@pytest.mark.parametrize(("name", "hours"), list(SUGGESTED_HOURS.items()))
def test_what_the_source_gives_no_length_for_is_marked_a_suggestion(
    name: str, hours: tuple[float, float, float]
) -> None:
    effort = activity(planted("zero"), name).effort

    assert (effort.low, effort.likely, effort.high) == hours
    assert effort.provenance is Provenance.SUGGESTION


def test_courses_whose_length_was_not_found_are_marked_and_say_so() -> None:
    plan = planted("zero")

    unknown = {each.id for each in plan.activities.values() if each.length_unknown}

    assert unknown == {"applied-ml-in-python", "production-ml-systems", "cluster-analysis"}
    assert all("was not found" in plan.activity(each).effort.reason for each in unknown)


def test_the_articles_six_courses_come_in_its_order_and_are_each_proven() -> None:
    plan = planted("engineer")
    laid_out = schedule(plan)
    courses = [each for each in plan.activities.values() if each.kind is ActivityKind.COURSE]
    proven = {each.produced_by for each in plan.checklist.values() if each.kind is ChecklistKind.COURSE}

    by_start = [each.id for each in sorted(courses, key=lambda each: laid_out.start_day(each.id))]

    assert by_start == [
        "structuring-ml-projects",
        "applied-ml-in-python",
        "regression-course",
        "classification-course",
        "cluster-analysis",
        "production-ml-systems",
    ]
    assert set(by_start) <= proven
    assert all(each.provider in {"Coursera", "Udemy"} for each in courses)


@pytest.mark.parametrize(
    ("milestone", "count"),
    [("core-fundamentals-proven", 9), ("notebooks-defended", 7), ("endpoint-live", 8), ("job-ready", 6)],
)
def test_checklists_have_their_number_of_items(milestone: str, count: int) -> None:
    assert len(planted("engineer").items_of_milestone[MilestoneId(milestone)]) == count


def test_endpoint_live_asks_for_two_courses_three_links_and_three_skills() -> None:
    items = planted("engineer").items_of_milestone[MilestoneId("endpoint-live")]

    assert [(each.kind.value, each.title) for each in items] == [
        ("course", "Structuring ML Projects"),
        ("course", "Production ML Systems"),
        ("portfolio", "Endpoint answers over HTTPS"),
        ("portfolio", "README explains every decision"),
        ("portfolio", "CI builds and tests the image"),
        ("skill", "Drift alert fires on shifted data"),
        ("skill", "Roll back a bad model version"),
        ("skill", "Explain an A/B rollout"),
    ]


def test_every_portfolio_item_and_course_asks_for_evidence() -> None:
    items = planted("engineer").checklist.values()

    assert all(each.needs_evidence for each in items if each.kind is not ChecklistKind.SKILL)
    assert [each.id for each in items if not each.required] == ["notebooks-third"]


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_what_produces_an_item_is_in_the_plan_and_comes_before_its_milestone(background: str) -> None:
    plan = planted(background)
    laid_out = schedule(plan)

    for item in plan.checklist.values():
        if item.produced_by is not None:
            assert laid_out.finish_day(item.produced_by) <= laid_out.lands(item.milestone)


@pytest.mark.parametrize(
    ("background", "prerequisites"),
    [
        ("engineer", ["mathematics"]),
        ("some-python", ["python", "git-shell-docker", "algorithms", "sql", "mathematics"]),
        ("zero", ["programming-from-zero", "git-shell-docker", "algorithms", "sql", "mathematics"]),
    ],
)
def test_prerequisites_follow_the_background(background: str, prerequisites: list[str]) -> None:
    rows = planted(background).rows_of_phase[PhaseId("prerequisites")]

    assert [each.id for each in rows] == [*prerequisites, "ready-to-start"]


@pytest.mark.parametrize(
    ("track", "word"), [("cv", "computer vision"), ("nlp", "NLP and LLMs"), ("tabular", "time series")]
)
def test_the_track_shows_in_phase_two_and_in_the_domain_project(track: str, word: str) -> None:
    plan = planted("engineer", track)

    assert word in activity(plan, "track-architectures").title
    assert word in activity(plan, "domain-project").title


@pytest.mark.parametrize(
    ("cloud", "platform", "certificate"),
    [
        ("aws", "SageMaker", "AWS Certified Machine Learning Engineer – Associate"),
        ("gcp", "Vertex AI", "Professional Machine Learning Engineer"),
        ("azure", "Azure ML", "check the vendor's list"),
    ],
)
def test_the_cloud_shows_in_the_platform_and_the_certification(
    cloud: str, platform: str, certificate: str
) -> None:
    plan = planted("engineer", cloud=cloud)

    assert platform in activity(plan, "cloud-platform").title
    assert certificate in activity(plan, "cloud-certification").about
    assert "phase 3" in activity(plan, "cloud-certification").about


def test_the_retired_aws_exam_keeps_its_name_and_date() -> None:
    about = activity(planted("engineer", cloud="aws"), "cloud-certification").about

    assert "ML Specialty" in about
    assert "31 March 2026" in about


def test_production_skills_are_marked() -> None:
    plan = planted("engineer")
    marked = {each.id for each in plan.activities.values() if each.production}

    assert {each.id for each in plan.activities.values() if each.phase == "phase-3"} <= marked
    assert {plan.activity(each).phase for each in marked} == {"phase-3", "portfolio", "job"}


@pytest.mark.parametrize(
    "tool",
    [
        *("scikit-learn", "NumPy", "pandas", "matplotlib", "PyTorch", "MLflow", "Weights & Biases", "Feast"),
        *(
            "Tecton",
            "FastAPI",
            "Flask",
            "Docker",
            "Kubernetes",
            "Airflow",
            "Prefect",
            "Evidently",
            "Git",
            "SQL",
        ),
    ],
)
def test_the_articles_tools_are_in_the_plan(tool: str) -> None:
    assert any(tool in each.tools for each in planted("zero").activities.values())


def test_the_warnings_stand_where_they_are_needed() -> None:
    plan = planted("engineer")

    assert "fundamentals" in plan.phase(PhaseId("phase-1")).warning
    assert "One direction" in plan.phase(PhaseId("phase-2")).warning
    assert "78 %" in plan.phase(PhaseId("phase-3")).warning
    assert "20 %" in plan.phase(PhaseId("phase-3")).warning
    assert "Three projects" in plan.phase(PhaseId("portfolio")).warning
    assert activity(plan, "cloud-certification").warning
    assert activity(plan, "job-search").warning


def test_titles_fit_an_outline() -> None:
    for background, track, cloud in CHOICES:
        plan = planted(background, track, cloud)
        titles = [row.title for rows in plan.rows_of_phase.values() for row in rows]
        assert [each for each in titles if len(each) > 40] == []


def test_the_window_runs_from_the_start() -> None:
    assert window_days(planted("engineer")) == (date(2028, 7, 4), date(2029, 1, 4))
