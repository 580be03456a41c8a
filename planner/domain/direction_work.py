"""A change of direction at work: the tables of the new plan, and the lines that tell of it.

The rules are those of `direction`.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from planner.domain.checklist_facts import ChecklistItem
from planner.domain.direction_lines import Fate, Line
from planner.domain.direction_links import Replaced, relinked
from planner.domain.direction_texts import Choices, Wordings, base_id, id_for
from planner.domain.items import (
    Activity,
    ActivityId,
    ChecklistItemId,
    MilestoneId,
)
from planner.domain.outline_order import laid_out
from planner.domain.plan import Plan
from planner.domain.planting import plan_from
from planner.domain.progress import logged_hours
from planner.domain.roadmap import ActivityTemplate, Answers, ItemTemplate, Roadmap

Key = TypeVar("Key", bound=str)


class Work:
    """One change at work: tables that fill, and the lines that tell of it."""

    def __init__(self, plan: Plan, roadmap: Roadmap, way: Choices, today: date, again: bool) -> None:
        self.stays: list[Line] = []
        self.goes: list[Line] = []
        self.comes: list[Line] = []
        self.asks_again = False
        self._plan, self._roadmap, self._way, self._today, self._again = plan, roadmap, way, today, again
        self._wordings = partial(Wordings, roadmap, now=(plan.facts.track, plan.facts.cloud))
        self._planted = _planted(plan, roadmap, way)
        self._activities = dict(plan.activities)
        self._milestones = dict(plan.milestones)
        self._checklist = dict(plan.checklist)
        self._taken: dict[ActivityId, ActivityId] = {}
        self._there: set[ActivityId] = set()
        self._beside: list[tuple[ActivityId, ActivityId]] = []

    def made(self) -> Plan:
        """The plan after the change."""
        activities = _by_base(self._plan.activities)
        items = _by_base(self._plan.checklist)
        for template in self._roadmap.activities:
            if template.variants and template.id in self._planted.activities:
                self._change_activity(template, [self._activities[each] for each in activities[template.id]])
        self._reword_milestones()
        for milestone in self._roadmap.milestones:
            for item in milestone.checklist:
                if item.variants and items[item.id]:
                    self._change_item(item, [self._checklist[each] for each in items[item.id]])
        self._hand_on_what_is_produced()
        track, cloud = self._way
        changed = replace(
            self._plan,
            facts=replace(self._plan.facts, track=track, cloud=cloud),
            activities=self._activities,
            milestones=self._milestones,
            checklist=self._checklist,
        )
        removed = self._plan.activities.keys() - self._activities.keys()
        for finished, new in self._beside:
            changed = _right_behind(changed, finished, new)
        return relinked(
            self._plan,
            changed,
            Replaced(taken=self._taken, removed=removed, there=self._there, beside=self._beside),
        )

    def _change_activity(self, template: ActivityTemplate, known: list[Activity]) -> None:
        wordings = self._wordings(template)
        wanted = wordings.label(self._way)
        fitting = next((each for each in known if wordings.label_of(each) == wanted), None)
        others = [each for each in known if each is not fitting and each.archived_on is None]
        going = [each for each in others if each.finished_on is None]
        for each in others:
            if each.finished_on is not None:
                self.stays.append(Line(item=each.id, title=each.title, fate=Fate.FINISHED))
        if fitting is not None and fitting.archived_on is None:
            self._reword(fitting, wordings)
            self._there |= {fitting.id} if going else set()
        elif not going:
            self._come_again(template, fitting, others, wanted)
            return
        elif fitting is not None:
            self._restore(fitting, wordings)
        else:
            fitting = self._put_in_place(template, going, wordings, wanted)
        for each in going:
            self._let_go(each, fitting.id)
        self._taken |= {each.id: fitting.id for each in going if each.id != fitting.id}

    def _reword(self, activity: Activity, wordings: Wordings) -> None:
        """Give work that is the same in both directions its new description, unless it is finished."""
        reworded = wordings.reworded(activity, self._way)
        if activity.finished_on is None and reworded != activity:
            self._activities[activity.id] = reworded
            self.stays.append(Line(item=activity.id, title=reworded.title, fate=Fate.REWORDED))

    def _come_again(
        self, template: ActivityTemplate, archived: Activity | None, finished: list[Activity], label: str
    ) -> None:
        """Let the new direction's counterpart of finished work come behind it, where it is wanted."""
        if not finished:
            return
        self.asks_again = True
        if not self._again:
            return
        if archived is None:
            new = self._new(template, finished[-1], label)
            self.comes.append(Line(item=new.id, title=new.title, fate=Fate.NEW, hours=new.effort.likely))
        else:
            new = replace(archived, archived_on=None)
            self._add_restored(new)
        self._activities[new.id] = new
        self._beside.append((finished[-1].id, new.id))

    def _restore(self, archived: Activity, wordings: Wordings) -> None:
        restored = wordings.reworded(replace(archived, archived_on=None), self._way)
        self._activities[restored.id] = restored
        self._add_restored(restored)

    def _put_in_place(
        self, template: ActivityTemplate, going: list[Activity], wordings: Wordings, label: str
    ) -> Activity:
        """The new direction's work in the place of what goes: under its id where that is free for it."""
        old = going[0]
        if self._begun(old):
            new = self._new(template, old, label)
        elif old.id == template.id:
            new = wordings.reworded(old, self._way)
        else:
            new = replace(wordings.reworded(old, self._way), id=ActivityId(id_for(template.id, label)))
        self._activities[new.id] = new
        self.comes.append(Line(item=new.id, title=new.title, fate=Fate.NEW, hours=new.effort.likely))
        return new

    def _new(self, template: ActivityTemplate, like: Activity, label: str) -> Activity:
        """The new direction's work as the roadmap has it, where another one stands."""
        key = ActivityId(id_for(template.id, label))
        planted = self._planted.activities[ActivityId(template.id)]
        return replace(planted, id=key, phase=like.phase, position=like.position, share=like.share)

    def _let_go(self, activity: Activity, successor: ActivityId) -> None:
        hours = logged_hours(self._plan, activity)
        begun = self._begun(activity)
        fate = Fate.ARCHIVED if begun else Fate.REPLACED
        self.goes.append(Line(item=activity.id, title=activity.title, fate=fate, hours=hours))
        if begun:
            self._activities[activity.id] = replace(activity, archived_on=self._today)
        elif activity.id != successor:
            del self._activities[activity.id]

    def _add_restored(self, activity: Activity) -> None:
        hours = logged_hours(self._plan, activity)
        self.comes.append(Line(item=activity.id, title=activity.title, fate=Fate.RESTORED, hours=hours))

    def _begun(self, activity: Activity) -> bool:
        """Whether there is anything to keep of an unfinished activity."""
        ticked = any(each.done for each in activity.steps)
        said = activity.started_on is not None or activity.remaining_hours is not None
        return said or ticked or activity.id in self._plan.sessions_of_activity

    def _reword_milestones(self) -> None:
        for template in self._roadmap.milestones:
            found = self._milestones.get(MilestoneId(template.id))
            if template.variants and found is not None and found.reached_on is None:
                reworded = self._wordings(template).reworded(found, self._way)
                if reworded != found:
                    self._milestones[found.id] = reworded
                    self.stays.append(Line(item=found.id, title=reworded.title, fate=Fate.REWORDED))

    def _change_item(self, template: ItemTemplate, known: list[ChecklistItem]) -> None:
        wordings = self._wordings(template)
        wanted = wordings.label(self._way)
        fitting = next((each for each in known if wordings.label_of(each) == wanted), None)
        others = [each for each in known if each is not fitting]
        done, open_ones = [each for each in others if each.done], [each for each in others if not each.done]
        self.stays += [Line(item=each.id, title=each.title, fate=Fate.TICKED) for each in done]
        if fitting is not None:
            if not fitting.done:
                self._checklist[fitting.id] = wordings.reworded(fitting, self._way)
            for each in open_ones:
                if not (each.evidence or each.note):
                    del self._checklist[each.id]
                    self.goes.append(Line(item=each.id, title=each.title, fate=Fate.REPLACED))
        elif open_ones:
            self._replace_item(template, open_ones[0], wordings, wanted)
        elif done and self._plan.milestone(done[-1].milestone).reached_on is None:
            self.asks_again = True
            if self._again:
                self._ask_again(template, done[-1], wanted)

    def _replace_item(
        self, template: ItemTemplate, old: ChecklistItem, wordings: Wordings, label: str
    ) -> None:
        new = wordings.reworded(old, self._way)
        if old.id != template.id:
            del self._checklist[old.id]
            new = replace(new, id=ChecklistItemId(id_for(template.id, label)))
        self._checklist[new.id] = new
        self.goes.append(Line(item=old.id, title=old.title, fate=Fate.REPLACED))
        self.comes.append(Line(item=new.id, title=new.title, fate=Fate.NEW))

    def _ask_again(self, template: ItemTemplate, done: ChecklistItem, label: str) -> None:
        planted = self._planted.checklist[ChecklistItemId(template.id)]
        key = ChecklistItemId(id_for(template.id, label))
        new = replace(
            planted,
            id=key,
            milestone=done.milestone,
            position=done.position,
            produced_by=done.produced_by,
        )
        self._checklist[key] = new
        self.comes.append(Line(item=key, title=new.title, fate=Fate.NEW))

    def _hand_on_what_is_produced(self) -> None:
        """Let open items be produced by what takes the place of the activity that was to produce them."""
        heirs = {**self._taken, **dict(self._beside)}
        for key, item in self._checklist.items():
            heir = None if item.produced_by is None else heirs.get(item.produced_by)
            if heir is not None and (not item.done or item.produced_by not in self._activities):
                self._checklist[key] = replace(item, produced_by=heir)


def _planted(plan: Plan, roadmap: Roadmap, way: Choices) -> Plan:
    """A fresh plan of the same roadmap for these choices, with the prerequisites that this plan has."""
    facts = plan.facts
    background = next((each for each in roadmap.backgrounds if each.id == facts.background), None)
    asked = () if background is None else roadmap.prerequisites(background)
    answers = Answers(
        start=facts.start,
        background=facts.background,
        met=frozenset(each.id for each in asked if ActivityId(each.id) not in plan.activities),
        track=way[0],
        cloud=way[1],
        reference_week_hours=facts.reference_week_hours,
    )
    return plan_from(roadmap, answers)


def _by_base(table: Mapping[Key, object]) -> Mapping[str, list[Key]]:
    found: defaultdict[str, list[Key]] = defaultdict(list)
    for key in table:
        found[base_id(key)].append(key)
    return found


def _right_behind(plan: Plan, above: ActivityId, new: ActivityId) -> Plan:
    phase = plan.activity(above).phase
    order = [each.id for each in plan.children_of[phase] if each.id != new]
    place = order.index(above) + 1
    return laid_out(plan, phase, [*order[:place], new, *order[place:]], new={new})
