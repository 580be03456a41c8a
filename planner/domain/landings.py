"""Which milestones have no work to land: they wait for nothing, so the work before them cannot say a day."""

from planner.domain.graph import Graph
from planner.domain.plan import Plan


def workless_milestones(plan: Plan, graph: Graph) -> frozenset[int]:
    """The numbers of unreached milestones that nothing leads to but others of their sort.

    A wedding, an exam that nothing prepares for: rule 5 has them land on the status date, which followers may
    wait for, but which is no date of theirs. One that waits for a date that holds has that date to land on.
    """
    count, milestones = graph.activity_count, list(plan.milestones.values())
    free = [
        count + place
        for place, each in enumerate(milestones)
        if each.reached_on is None and not graph.chained[count + place] and not graph.joined[count + place]
    ]
    if not free:
        return frozenset()
    found = set(free)
    for number in (each for each in graph.order if each >= count and each not in found):
        if milestones[number - count].reached_on is not None:
            continue
        before = [*graph.chained[number], *(each for each, _, _ in graph.joined[number])]
        if all(each in found and not milestones[each - count].holds for each in before):
            found.add(number)
    return frozenset(found)
