"""A plan in a terminal: dates under each other, in as many columns as there are."""

from dataclasses import replace
from datetime import date

from planner.domain import edits, proof
from planner.domain.frame import settle
from planner.domain.items import ActivityId, ChecklistItemId, MilestoneId
from planner.domain.plan import Plan
from planner.domain.schedule import schedule
from planner.exchange.plan_text import plan_text
from planner.exchange.table_text import text_width
from tests.helpers.plans import START, activity, make_plan, milestone, phase, small_plan


def shown(plan: Plan, width: int | None = None) -> list[str]:
    """The lines a person sees."""
    return plan_text(plan, schedule(plan), width).splitlines()


def line_of(lines: list[str], title: str) -> str:
    """The line of one item."""
    return next(line for line in lines if line.strip(" ◆").startswith(title))


def words(line: str) -> list[str]:
    """A line's cells: what stands between two or more spaces."""
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


def test_every_phase_activity_and_milestone_has_its_line_in_outline_order() -> None:
    lines = shown(small_plan())

    assert [line.split("  ")[0] or line.split("  ")[1] for line in lines[-8:]] == [
        "Learning",
        "Regression course",
        "Clustering course",
        "◆ Core proven",
        "Production",
        "Serve model",
        "Write up",
        "◆ Endpoint live",
    ]


def test_what_lies_in_a_group_stands_further_right_and_what_is_archived_nowhere() -> None:
    plan = make_plan(
        phase("outer", position=1),
        phase("inner", position=2, parent="outer"),
        activity("first", phase="outer", position=1),
        activity("deep", phase="inner", position=1),
        activity("old", phase="inner", position=2, archived_on=START),
        milestone("last", phase="outer", position=3),
    )
    assert [line[:10].rstrip() for line in shown(plan)[-5:]] == [
        "Outer",
        "  First",
        "  Inner",
        "    Deep",
        "  ◆ Last",
    ]


def test_dates_margin_and_progress_are_those_of_the_schedule() -> None:
    plan = edits.retarget(small_plan(), MilestoneId("core-proven"), date(2027, 2, 1))
    plan = proof.tick(plan, ChecklistItemId("explain-bias"), date(2027, 1, 9))
    plan = edits.mark_finished(plan, ActivityId("regression-course"), date(2027, 1, 16))
    lines = shown(plan)

    header = next(line for line in lines if "Start" in line)
    assert words(header) == ["Start", "Finish", "Target", "Lands", "Margin", "Done"]
    assert words(line_of(lines, "Regression course"))[-1] == "100 %"
    milestone = words(line_of(lines, "Core proven"))
    lands = schedule(plan).lands(MilestoneId("core-proven"))
    assert milestone[1:] == [
        "1 Feb 2027",
        f"{lands.day} Feb 2027",
        f"{(date(2027, 2, 1) - lands).days:+d} d",
        "1/2",
    ]


def test_the_heading_says_what_the_hours_mean() -> None:
    lines = shown(small_plan())

    assert lines[0] == "A test plan"
    assert lines[1].startswith("Begins on Mon 4 Jan 2027 and finishes on ")
    assert any("10 h a week" in line for line in lines[:6])
    assert "0 of 5 checklist items done." in lines


def test_what_is_ticked_without_its_evidence_is_counted() -> None:
    certificate = ChecklistItemId("regression-certificate")
    needing = replace(small_plan().item(certificate), needs_evidence=True)
    plan = replace(small_plan(), checklist={**small_plan().checklist, certificate: needing})
    said = "1 of them without the evidence asked for."
    assert said in shown(proof.tick(plan, certificate, date(2027, 1, 20)))
    assert said not in shown(plan)


def test_a_settled_plan_says_up_to_when() -> None:
    assert "Settled up to Mon 18 Jan 2027." in shown(settle(small_plan(), date(2027, 1, 18)))
    assert not any("Settled" in line for line in shown(small_plan()))


def test_a_pipe_gets_every_title_whole() -> None:
    title = "A very long title " * 20
    plan = edits.rename(small_plan(), ActivityId("write-up"), title)

    assert any(title.strip() in line for line in shown(plan))


def test_a_narrow_terminal_folds_four_dates_into_two_columns_and_fits() -> None:
    plan = edits.retarget(small_plan(), MilestoneId("core-proven"), date(2027, 2, 1))
    plan = edits.rename(plan, ActivityId("write-up"), "A very long title " * 5)

    lines = shown(plan, 80)

    assert max(map(text_width, lines)) <= 80
    header = next(line for line in lines if "Start" in line)
    assert words(header) == ["Start/target", "Finish/lands", "Margin", "Done"]
    assert words(line_of(lines, "Core proven"))[1] == "1 Feb 2027"
    assert "…" in line_of(lines, "A very long")


def test_a_wide_terminal_shows_what_a_pipe_gets() -> None:
    assert shown(small_plan(), 200) == shown(small_plan())


def test_a_margin_of_no_days_is_neither_early_nor_late() -> None:
    lands = schedule(small_plan()).lands(MilestoneId("core-proven"))
    plan = edits.retarget(small_plan(), MilestoneId("core-proven"), lands)

    assert words(line_of(shown(plan), "Core proven"))[3] == "0 d"


def test_a_title_from_elsewhere_cannot_steer_the_terminal() -> None:
    plan = small_plan()
    plan = replace(plan, facts=replace(plan.facts, title="\x1b]0;owned\x07plan"))
    plan = edits.rename(plan, ActivityId("write-up"), "\x1b[2J\nwiped")

    text = plan_text(plan, schedule(plan))

    assert "\x1b" not in text
    assert "\x07" not in text


def test_an_empty_plan_has_only_its_heading() -> None:
    assert shown(make_plan())[0] == "A test plan"


def test_what_cannot_be_stands_above_the_rows_in_lines_as_wide_as_the_terminal() -> None:
    remark = "“Endpoint live” cannot land by 30 Jan 2027: even 12 h a week would have it land on 11 Feb 2027."
    lines = plan_text(small_plan(), schedule(small_plan()), 60, [remark]).splitlines()
    above = " ".join(lines[: lines.index("")])
    assert remark in above
    assert all(text_width(line) <= 60 for line in lines)
