"""A desk with something on each of its pages, and where those pages are."""

from django.utils import timezone

from questions.editorial import publishing
from questions.editorial.duplicates import merging, noting
from questions.models import FormerSlug, GuideImport, GuideUpload, NearDuplicate, Question, Revision
from questions.models.resource import CheckState
from questions.vocabulary import Status
from tests.factories import make_link, make_question, make_report, make_role, make_suggestion, make_topic, place_question
from tests.revisions.edits import edit
from tests.staff import person

ROUTE = "How do you plan a bookmobile route?"
REWORDED = "How would you plan routes for the bookmobile?"
GUIDE = "# Van Driver\n\n## Questions\n\n1. How would you plan a route for the bookmobile?\n2. Where would you park it?\n"
LONG = "Where would you take a bookmobile that nobody has asked for, " * 6
LISTS = ("field", "group", "role", "question", "rolequestion", "resourcelink", "topic", "formerslug", "nearduplicate", "message")


def busy_desk() -> list[str]:
    """Work of Ann, Ed and Pat; the addresses of the pages that show it."""
    topic, role = make_topic(name="Route planning"), make_role(title="Bookmobile Librarian", summary="Drives.")
    other_topic = make_topic(name="Route plans")
    public = make_question(text=ROUTE, topics=[topic], role=role, purpose="Shows a plan.", follow_ups=["And in snow?"])
    alike = make_question(text=REWORDED, topics=[topic], role=role, status=Status.REVIEW, created_by=person("ann"))
    scheduled = make_question(text=LONG.strip(), topics=["Patience"], role=role, publish_at=timezone.now())
    noting.compare([alike])
    link = make_link(role=role, check_state=CheckState.UNSURE, checked_at=timezone.now())
    link.checks.create(at=timezone.now(), state=CheckState.UNSURE, http_status=403, detail="it turns robots away")
    make_link(title="Gone", check_state=CheckState.DEAD)
    share_topics()
    for text in ("To see a map.", "To see a route.\n\n- stops\n- hours"):
        edit(public, by=person("pat"), purpose=text)
    pending = edit(public, by=person("ed"), purpose="To see a route that people asked for.", text=f"{ROUTE[:-1]} in winter?")
    publishing.mark_reviewed([scheduled], by=person("pat"))
    FormerSlug.objects.remember("role", "old", role.slug)
    former, place, group = FormerSlug.objects.get(slug="old"), public.role_questions.get(), role.group
    report = make_report(question=public, contact="maya@example.org", thanks="Maya")
    make_suggestion(role=role)
    import_with_problems = GuideImport.objects.create(
        source="a/b/c.md", title=role.title, role=role, digest="1", imported_at=timezone.now(), problems=["line 3: no place"]
    )
    upload = GuideUpload.objects.create(name="Van Driver.md", data=GUIDE.encode(), sent_by=person("pat"))
    pair = NearDuplicate.objects.get()
    first, *_, last = Revision.objects.of(public).accepted().reverse()
    merged = merged_question()
    rest = (report, import_with_problems, pair, pending, former, place, group, group.field)
    here = [f"questions/{name}/" for name in (*LISTS, "revision", "guideimport")]
    here += [f"questions/{name}/add/" for name in LISTS if name not in ("formerslug", "nearduplicate", "message")]
    here += [f"questions/{thing._meta.model_name}/{thing.pk}/change/" for thing in (role, public, alike, scheduled, link, topic)]
    here += [f"questions/{thing._meta.model_name}/{thing.pk}/history/" for thing in (role, public, link, topic)]
    here += [f"questions/{thing._meta.model_name}/{thing.pk}/change/" for thing in rest]
    return [
        f"/admin/{place}"
        for place in (
            "",
            "guide/",
            "questions/",
            *here,
            f"questions/rolequestion/{place.pk}/delete/",
            "questions/revision/?state=pending",
            f"questions/revision/{pending.pk}/compare/",
            f"questions/revision/compare/{first.pk}/{last.pk}/",
            f"questions/revision/{first.pk}/revert/",
            f"questions/question/{alike.pk}/preview/",
            f"questions/role/{role.pk}/preview/",
            f"questions/question/{public.pk}/schedule/",
            f"questions/question/{merged.pk}/take-back/",
            f"questions/nearduplicate/{pair.pk}/merge/",
            f"questions/topic/{topic.pk}/rename/",
            f"questions/topic/{topic.pk}/split/?name=Winter+routes&phrases=route",
            f"questions/topic/merge/?topic={topic.pk}",
            f"questions/topic/merge/?topic={topic.pk}&topic={other_topic.pk}",
            "questions/role/coverage/",
            f"questions/role/coverage/?group={group.pk}",
            "questions/question/export/",
            "questions/question/import/",
            "questions/guideimport/upload/",
            f"questions/guideimport/upload/{upload.pk}/?field=Libraries&group=Outreach&as_draft=on",
        )
    ]


def share_topics() -> None:
    """Enough roles beside each other for the heat map to see a gap."""
    for title in ("Branch Manager", "Children's Librarian", "Reference Librarian"):
        place_question(question=make_question(topics=["Patience", "Snow"]), role=make_role(title=title))


def merged_question() -> Question:
    one, other = make_question(text="Why a van?"), make_question(text="Why the van?")
    merging.merge(one, other, by=person("pat"))
    one.refresh_from_db()
    return one
