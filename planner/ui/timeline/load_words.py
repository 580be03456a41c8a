"""The load strip's weeks in words, for the pointer and for screen readers."""

from datetime import timedelta

from planner.domain.wording import days_text, effort_text
from planner.ui.timeline.load_weeks import Weeks
from planner.ui.timeline.words import translate


def week_days(weeks: Weeks, number: int) -> str:
    """Like “18–24 January 2027”."""
    first = weeks.day_of(number)
    return days_text(first, first + timedelta(days=6))


def planned(weeks: Weeks, number: int) -> str:
    """Like “12 h planned of 10 h, 2 h too many”."""
    text = translate("{asked} planned of {there}").format(
        asked=effort_text(weeks.asked[number]), there=effort_text(weeks.available[number])
    )
    if over := weeks.over(number):
        text += translate(", {hours} too many").format(hours=effort_text(over))
    return text


def story(weeks: Weeks) -> str:
    """What one sees of the strip at a glance: this week, and how many weeks from now on ask for too much."""
    sentences = []
    if 0 <= weeks.now < len(weeks.asked):
        form = translate("This week, {days}: {planned}.")
        sentences.append(form.format(days=week_days(weeks, weeks.now), planned=planned(weeks, weeks.now)))
    over = [number for number in range(max(weeks.now, 0), len(weeks.asked)) if weeks.over(number)]
    if not over:
        sentences.append(translate("No week from now on asks for too many hours."))
        return " ".join(sentences)
    form = translate("{count} weeks from now on ask for too many hours, the first {days}: {planned}.")
    if len(over) == 1:
        form = translate("One week from now on asks for too many hours, {days}: {planned}.")
    words = form.format(count=len(over), days=week_days(weeks, over[0]), planned=planned(weeks, over[0]))
    return " ".join((*sentences, words))
