"""What `milepost --help` and `milepost VERB --help` say beside the options."""

ABOUT = """\
Milepost plans the way to a first job as a machine-learning engineer. Without a verb
it opens its window, with the plan in FILE where one is named; a window that is open
already comes to the front and does it. The verbs do their work without a window or a
display."""

AFTER = """\
"milepost VERB --help" says more about a verb and gives examples.
The exit status is 0 when it is done, 1 when it could not be done, 2 for wrong use."""

NEW_EXAMPLES = """\
examples:
  milepost new plan.milepost
  milepost new plan.milepost --start 2027-01-04 --background some-python --hours 12
  milepost new plan.milepost --hours mon=1.5,wed=1.5,sat=4 --track cv --cloud aws"""

SHOW_EXAMPLES = """\
A diamond marks a milestone. Start and finish are an activity's days; target is the day
you want a milestone on, lands the day its work is done, and margin the days between
them, negative when late; what waits for nothing has neither of the two. Done is
the part of an activity, or the items of a checklist.

examples:
  milepost show plan.milepost
  milepost show plan.milepost | less"""

WEEK_EXAMPLES = """\
A week is one page, or two where it holds more than a page has room for. Its sessions
are numbered: type the minutes back with Week > Enter from paper in the window.

examples:
  milepost week plan.milepost --pdf week.pdf
  milepost week plan.milepost --next --landscape --days 5 --pdf next.pdf
  milepost week plan.milepost --from 14 --to 17 --summary --pdf april.pdf
  milepost week plan.milepost --date 2027-04-05 --weeks 104 --greyscale --pdf all.pdf
  milepost week plan.milepost --next --text -
  milepost week plan.milepost --from 14 --to 17 --markdown april.md"""

CHECKLIST_EXAMPLES = """\
Without --milestone it is the checklists of the whole path, phase by phase. What was
ticked without the evidence it asks for is marked.

examples:
  milepost checklist plan.milepost --pdf checklists.pdf
  milepost checklist plan.milepost --milestone "Endpoint live" --pdf endpoint.pdf
  milepost checklist plan.milepost --summary --greyscale --paper Letter --pdf - > all.pdf"""

TIMELINE_EXAMPLES = """\
One of --pdf, --png and --svg says what is written. A PDF is on the plan's paper, with
the rows' names and the dates on every page; a picture holds the whole path.

examples:
  milepost timeline plan.milepost --pdf timeline.pdf
  milepost timeline plan.milepost --pdf wall.pdf --pages-wide 3 --critical
  milepost timeline plan.milepost --png timeline.png --width 2400
  milepost timeline plan.milepost --svg - --colour-by state > timeline.svg"""

EXPORT_EXAMPLES = """\
As json every property is described in plan-export-3.schema.json, a JSON Schema that
comes with Milepost.

As ics it is sessions and milestones for a calendar; importing it again after the plan
has changed moves the events. Written over an earlier one, it cancels what is gone.

examples:
  milepost export plan.milepost --format json plan.json
  milepost export plan.milepost --format json - | python3 -m json.tool
  milepost export plan.milepost --format ics plan.ics --from 2027-04-05
  milepost export plan.milepost --format ics dates.ics --only milestones --remind 9:00"""

CHECK_EXAMPLES = """\
Nothing is changed. The exit status is 0 for a plan that is whole, 1 for anything else.

example:
  milepost check plan.milepost"""

BACKUP_EXAMPLES = """\
Restoring into a plan is one step, which Undo in the window takes back. A plan that is
damaged or gone gets its backup's file, and what was there is kept beside it. Backups
that you make are never thinned out. The exit status of verify is 1 where one is damaged.

examples:
  milepost backup list plan.milepost
  milepost backup list plan.milepost --format json
  milepost backup make plan.milepost
  milepost backup restore plan.milepost --number 12
  milepost backup restore plan.milepost --as earlier.milepost
  milepost backup verify plan.milepost"""

CATCH_UP_EXAMPLES = """\
What is left starts today; fixed dates never move, and no day is asked for more than
its hours. By shift your own targets move along; with compress and buffer they stay.
Who is ahead of the plan brings it forward with shift. The dates from before are kept as
a baseline, and Undo in the window takes it back. P10 to P90 is where the finish lies in
8 of 10 forecasts.

examples:
  milepost catch-up plan.milepost --by shift --dry-run
  milepost catch-up plan.milepost --by compress --milestone "Core proven" --dry-run
  milepost catch-up plan.milepost --by buffer --apply"""

WHY_EXAMPLES = """\
Each step is one item: why it ends where it does, then why it starts there, then the
item it waited for, back to where the chain begins. A reason that changes no date is
left out: what is named does hold the day it is said to hold. Without ITEM it is the
plan's finish.

examples:
  milepost why plan.milepost Regression
  milepost why plan.milepost "Endpoint live" --steps 3
  milepost why plan.milepost
  milepost why plan.milepost regression-course --format json"""

FORECAST_EXAMPLES = """\
What is left starts today and takes its sampled hours at your own pace, as far as your
logged hours show it. Of 10 samples a milestone lands in 5 by its P50, in 8 by its P80.
The chance is that of landing by your own date. The file is only read. As json every
property is described in forecast-1.schema.json, a JSON Schema that comes with Milepost.

examples:
  milepost forecast plan.milepost
  milepost forecast plan.milepost --shape triangular --samples 50000 --seed 7
  milepost forecast plan.milepost --today 2027-04-05
  milepost forecast plan.milepost --format json > forecast.json"""
