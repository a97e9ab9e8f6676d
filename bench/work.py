"""What waits for editors in a bank that many people use: changes, pairs that read alike, messages, dead links."""

from itertools import pairwise

from django.contrib.auth.models import Permission, User

from questions.editorial import editing, snapshots
from questions.guides.loading.inserting import insert
from questions.models import Message, NearDuplicate, Question, ResourceLink, Revision
from questions.models.inbox import Fault, MessageKind
from questions.models.resource import CheckState

CHANGES, PAIRS, MESSAGES, DEAD = 200, 2_000, 1_000, 300


def make_work() -> dict[str, int]:
    """The keys of a question, of a pending change of it, and of a pair it is in."""
    keys = list(Question.objects.published().order_by("pk").values_list("pk", flat=True)[: PAIRS + 1])
    pairs = [{"first": first, "second": second, "similarity": 0.9} for first, second in pairwise(keys)]
    insert(NearDuplicate, pairs)
    report = {"kind": MessageKind.REPORT.value, "fault": Fault.OUT_OF_DATE.value, "text": "The second point is no longer so."}
    insert(Message, [report | {"question": key} for key in keys[:MESSAGES]])
    links = ResourceLink.objects.order_by("pk").values_list("pk", flat=True)[:DEAD]
    ResourceLink.objects.filter(pk__in=list(links)).update(check_state=CheckState.DEAD)
    changes = _changes(keys[:CHANGES])
    return {"question": keys[0], "revision": changes[0].pk, "pair": NearDuplicate.objects.get(first=keys[0]).pk}


def _changes(keys: list[int]) -> list[Revision]:
    """Ed, who may not publish, changes a purpose of each of these questions."""
    ed = User.objects.create_user("ed", is_staff=True)
    ed.user_permissions.set(Permission.objects.filter(codename__in=["change_question", "edit_all"]))
    live = snapshots.read(Question, keys)
    changed = (editing.save(thing, live[thing.pk] | {"purpose": "Shows care."}, by=ed, base=0) for thing in _things(keys))
    return [saved.pending for saved in changed if saved.pending]


def _things(keys: list[int]) -> list[Question]:
    return list(Question.objects.filter(pk__in=keys).order_by("pk"))
