"""Reading a roadmap: what fits becomes facts, what does not is named by file, line and key."""

from pathlib import Path

import pytest

from planner.domain.checklist_facts import ChecklistKind
from planner.domain.errors import RoadmapError
from planner.domain.items import ActivityKind, Provenance
from planner.domain.roadmap import KnownHours, KnownWeeks, PartOfPhase
from planner.exchange.roadmap_toml import LARGEST_FILE_BYTES, default_roadmap, load_roadmap, roadmap_from

SMALL = """\
id = "small"
version = 1
title = "Small"
plan_title = "My path"
about = \"\"\"
[[activities]]
id = "not a table"
\"\"\"
source = "A page."
finish = "done"

[reference_week]
hours = 10
provenance = "suggestion"
reason = "Our reading."

[defaults]
background = "novice"
track = "text"
cloud = "north"

[[backgrounds]]
id = "novice"
title = "Novice"
asks = ["shell"]
met = []
window = { low = 4, high = 6, provenance = "source", reason = "As it says." }

[[tracks]]
id = "text"
title = "Text"

[[clouds]]
id = "north"
title = "North"

[[facts]]
id = "share"
figure = "78 %"
text = "Of postings."
provenance = "source"
reason = "Counted."

[[phases]]
id = "before"
title = "Before"

[[phases]]
id = "core"
title = "Core"
months = { low = 2, high = 4, provenance = "source", reason = "As it says." }

[[activities]]
id = "shell"
phase = "before"
title = "Shell"
kind = "topic"
prerequisite = true
hours = [5, 10, 20]
provenance = "suggestion"
reason = "A guess."

[[activities]]
id = "strategy"
phase = "core"
title = "Strategy"
kind = "course"
after = ["shell"]
weeks = 2
provenance = "source"
reason = "Two weeks."
link = "https://example.org/strategy"
steps = [{ id = "strategy-1", title = "Week 1", part = 2 }]

[[activities]]
id = "models"
phase = "core"
title = "Models"
kind = "course"
after = ["strategy"]
weight = 3
length_unknown = true
[activities.variants.text]
title = "Language models"
tools = ["tokens"]

[[milestones]]
id = "done"
phase = "core"
title = "Done"
after = ["models"]

[[milestones.checklist]]
id = "done-proof"
kind = "portfolio"
title = "Show it"
needs_evidence = true
produced_by = ["models"]
"""


def line(text: str, wanted: str) -> int:
    """The line, from 1, that holds some text."""
    return next(number for number, each in enumerate(text.splitlines(), 1) if wanted in each)


def test_what_the_tables_say_becomes_facts() -> None:
    roadmap = roadmap_from(SMALL, "small.toml")

    shell, strategy, models = roadmap.activities
    assert shell.prerequisite
    assert isinstance(shell.length, KnownHours)
    assert isinstance(strategy.length, KnownWeeks)
    assert strategy.length.words == "2 weeks"
    assert strategy.kind is ActivityKind.COURSE
    assert (strategy.steps[0].title, strategy.steps[0].part) == ("Week 1", 2)
    assert isinstance(models.length, PartOfPhase)
    assert "was not found" in models.length.reason
    assert models.variants["text"].tools == ("tokens",)
    assert models.variants["text"].about is None
    proof = roadmap.milestones[0].checklist[0]
    assert (proof.kind, proof.needs_evidence) == (ChecklistKind.PORTFOLIO, True)
    assert roadmap.facts[0].provenance is Provenance.SOURCE
    assert roadmap.about == '[[activities]]\nid = "not a table"'


def test_the_roadmap_that_ships_reads() -> None:
    roadmap = default_roadmap()

    assert (roadmap.id, roadmap.version) == ("machine-learning-engineer", 1)


REFUSED = [
    # what is in the file, what stands there instead, which key is named, what is said
    ('title = "Strategy"\n', "", "activities[1].title", "is missing"),
    ('kind = "topic"', 'kind = "sport"', "activities[0].kind", "'course'"),
    ("prerequisite = true", 'prerequisite = "yes"', "activities[0].prerequisite", "boolean"),
    ('link = "https', 'url = "https', "activities[1].url", "is no key of a roadmap"),
    ("https://example.org/strategy", "javascript:alert(1)", "activities[1].link", "http:// or https://"),
    ("hours = [5, 10, 20]", "hours = [5, 10]", "activities[0].hours", "at least 3"),
    ("hours = [5, 10, 20]", "hours = [5, 30, 20]", "activities[0].hours", "rise from low to high"),
    ("hours = [5, 10, 20]", 'hours = [5, 10, "20"]', "activities[0].hours[2]", "number"),
    ("hours = [5, 10, 20]", "hours = [5, 10, inf]", "activities[0].hours[2]", "finite"),
    ("weight = 3", "weight = 0", "activities[2].weight", "greater than 0"),
    (
        "weight = 3",
        "weight = 3\nweeks = 2",
        "activities[2]",
        "exactly one of hours, months, weeks and weight",
    ),
    ("weeks = 2\n", "", "activities[1]", "has none of them"),
    ('provenance = "source"\nreason = "Two weeks."', "", "activities[1]", "provenance is missing"),
    ('reason = "Two weeks."\n', "", "activities[1]", "reason is missing"),
    ('phase = "before"', 'phase = "begin"', "activities[0].phase", "there is no phase “begin”"),
    ('after = ["shell"]', 'after = ["shall"]', "activities[1].after", "no activity or milestone “shall”"),
    ('id = "models"', 'id = "strategy"', "activities[2].id", "“strategy” is there twice"),
    ('id = "done"', 'id = "shell"', "milestones[0].id", "“shell” is there twice"),
    ('id = "done"', 'id = "before"', "milestones[0].id", "“before” is there twice"),
    ('id = "models"', 'id = "My Models"', "activities[2].id", "lower-case words joined by hyphens"),
    ('id = "done-proof"', 'id = "strategy-1"', "milestones[0].checklist[0].id", "there twice"),
    (
        'produced_by = ["models"]',
        'produced_by = ["model"]',
        "milestones[0].checklist[0].produced_by",
        "“model”",
    ),
    ("variants.text", "variants.sound", "activities[2].variants.sound", "no track or cloud “sound”"),
    ('finish = "done"', 'finish = "models"', "finish", "there is no milestone “models”"),
    ('track = "text"', 'track = "sound"', "defaults.track", "there is no track “sound”"),
    ("met = []", 'met = ["sums"]', "backgrounds[0].met", "there is no prerequisite “sums”"),
    ('asks = ["shell"]', 'asks = ["models"]', "backgrounds[0].asks", "no prerequisite “models”"),
    ("low = 4, high = 6", "low = 7, high = 6", "backgrounds[0].window.low", "is above high"),
    ("low = 2, high = 4", "low = 5, high = 4", "phases[1].months.low", "is above high"),
    ("hours = 10\n", "hours = 50\n", "reference_week.hours", "less than or equal to 40"),
    ("version = 1", "version = 1.5", "version", "integer"),
    ("weight = 3", 'weight = 3\nprovenance = "source"', "activities[2].provenance", "is derived"),
    ("weight = 3", "weight = 3\nprerequisite = true", "activities[2].weight", "may be left out"),
    ("weeks = 2", "weeks = 2\nlength_unknown = true", "activities[1].length_unknown", "with a weight"),
    (
        'months = { low = 2, high = 4, provenance = "source", reason = "As it says." }',
        "",
        "activities[2].weight",
        "needs a phase with months",
    ),
]


@pytest.mark.parametrize(("old", "new", "key", "problem"), REFUSED)
def test_what_does_not_fit_is_named_by_file_line_and_key(old: str, new: str, key: str, problem: str) -> None:
    assert SMALL.count(old) == 1
    broken = SMALL.replace(old, new)

    with pytest.raises(RoadmapError) as caught:
        roadmap_from(broken, "small.toml")

    assert str(caught.value).startswith("small.toml: line ")
    assert caught.value.where.split(", ", 1)[1] == key
    assert problem in caught.value.problem


@pytest.mark.parametrize(
    ("old", "new", "pointed_at"),
    [
        ('kind = "topic"', 'kind = "sport"', 'kind = "sport"'),
        ('title = "Strategy"\n', "", 'id = "strategy"'),
        ("needs_evidence = true", "needs_evidence = 1", "needs_evidence = 1"),
        ('tools = ["tokens"]', "tools = [1]", "tools = [1]"),
        ("hours = 10\n", "hours = 50\n", "hours = 50"),
    ],
)
def test_the_line_is_where_the_key_stands_or_its_table_begins(old: str, new: str, pointed_at: str) -> None:
    broken = SMALL.replace(old, new)
    expected = line(broken, pointed_at) - (1 if pointed_at.startswith("id = ") else 0)

    with pytest.raises(RoadmapError) as caught:
        roadmap_from(broken, "small.toml")

    assert caught.value.where.startswith(f"line {expected}, ")


def test_a_milestone_without_anything_to_prove_is_refused() -> None:
    with pytest.raises(RoadmapError, match=r"milestones\[0\].checklist: is missing"):
        roadmap_from(SMALL[: SMALL.index("[[milestones.checklist]]")], "small.toml")


def test_activities_that_wait_for_each_other_are_named_as_a_circle() -> None:
    circle = SMALL.replace('after = ["shell"]', 'after = ["models"]')

    with pytest.raises(RoadmapError, match=r"circle: .*Strategy → Language models"):
        roadmap_from(circle, "small.toml")


def test_known_lengths_that_fill_a_phase_at_some_reference_week_are_refused() -> None:
    full = SMALL.replace("weeks = 2\n", "hours = [70, 80, 90]\n")

    with pytest.raises(RoadmapError, match="reference week of 6 h the known lengths fill all of “Core”"):
        roadmap_from(full, "small.toml")


def test_a_slip_in_the_toml_names_its_line(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL.replace('kind = "topic"', "kind = topic"), encoding="utf-8")
    slip = line(SMALL, 'kind = "topic"')

    with pytest.raises(RoadmapError, match=rf"small.toml: is not TOML: .*line {slip}"):
        load_roadmap(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RoadmapError, match=r"gone.toml: cannot be read \(No such file"):
        load_roadmap(tmp_path / "gone.toml")


def test_a_file_that_is_not_text_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "picture.toml"
    file.write_bytes(b"id = 1\n\xff\xfe")

    with pytest.raises(RoadmapError, match=r"picture.toml: line 2: is not UTF-8 text"):
        load_roadmap(file)


def test_a_file_too_large_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "large.toml"
    file.write_bytes(b"#" * (LARGEST_FILE_BYTES + 1))

    with pytest.raises(RoadmapError, match="too large to be a roadmap"):
        load_roadmap(file)


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(RoadmapError, match="nested too deeply"):
        roadmap_from("a = " + "[" * 100_000, "deep.toml")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())

    assert load_roadmap(file).id == "small"


def test_a_missing_key_of_the_file_itself_has_no_line() -> None:
    with pytest.raises(RoadmapError, match=r"^small.toml: plan_title: is missing$"):
        roadmap_from(SMALL.replace('plan_title = "My path"\n', ""), "small.toml")


def test_a_background_is_asked_about_its_own_prerequisites_in_outline_order() -> None:
    roadmap = default_roadmap()
    asked = {each.id: [one.id for one in roadmap.prerequisites(each)] for each in roadmap.backgrounds}

    assert asked["engineer"] == ["python", "git-shell-docker", "algorithms", "sql", "mathematics"]
    assert asked["zero"][0] == "programming-from-zero"
    assert "python" not in asked["zero"]
