"""Banks to look at: a small full one, and the addresses of its public pages."""

from dataclasses import dataclass
from datetime import date

from questions.models import Question, Role, Topic, TopicAlias
from questions.vocabulary import Kind, Level, LinkKind
from tests.factories import make_field, make_group, make_link, make_question, make_role, make_topic

GUIDANCE = {
    "purpose": "It shows whether you **listen** before you plan.",
    "points": "- What you had planned\n- Who spoke up\n\n| Before | After |\n|---|---|\n| a plan | a better one |",
    "pitfalls": "Telling a story in which everyone agrees with you.",
}
BENCHMARKS = {Level.ENTRY: "One change.", Level.MID: "A rebuilt plan.", Level.SENIOR: "A habit of the team."}


@dataclass(frozen=True)
class Bank:
    role: Role
    topic: Topic
    question: Question


def full_bank() -> Bank:
    """Two fields; one role that has everything a role can have; other roles with one question, none, and Arabic text."""
    field = make_field(description="Work that *keeps* and shares knowledge.")
    group = make_group(field=field, description="Librarians who serve a community.")
    role = make_role(
        group=group,
        also_called=["Outreach Librarian", "Engagement Librarian"],
        summary="Takes the library to people who do not come in.",
        description="# The work\n\nRoutes and *partners*.\n\n## In winter\n\nMore calls.",
        interview="A panel of three.",
        onet_soc_code="25-4022.00",
        featured=True,
        reviewed_on=date(2026, 11, 1),
        reviewed_by="Ada of the library team",
    )
    topic = make_topic(description="Whether you let people shape a service.")
    TopicAlias.objects.create(topic=topic, name="Community building")
    question = make_question(
        text="Tell us about a time residents changed your mind.",
        role=role,
        topics=[topic, "Program planning"],
        section=topic,
        kind=Kind.BEHAVIORAL,
        follow_ups=["What had you done wrong?", "What did you turn down?"],
        benchmarks=BENCHMARKS,
        source_name="A public guide",
        reviewed_on=date(2026, 10, 2),
        reviewed_by="Erin",
        **GUIDANCE,
    )
    make_question(text="How do you plan a route?", role=role, topics=["Program planning"], kind=Kind.KNOWLEDGE)
    make_question(text="Why this library?", role=role)
    make_link(role=role, topics=[topic], note="Read the guidelines.")
    make_link(role=role, title="Wages of librarians", kind=LinkKind.OCCUPATION)
    make_question(text="Why?", role=make_role(title="Archivist", group=group), topics=["Motivation"])
    make_role(title="Bookmobile Driver", group=group)
    arabic = make_role(title="أمين مكتبة", group=make_group(name="المكتبات", field=field), summary="يأخذ الخدمات إلى الناس.")
    make_question(text="حدثنا عن وقت غيّر فيه السكان رأيك؟", role=arabic, topics=["المشاركة"], purpose="كيف تستمع.")
    make_role(title="Nurse", group=make_group(name="Nursing", field=make_field(name="Health")))
    return Bank(role, topic, question)


EMPTY_PAGES = [
    "/",
    "/roles/",
    "/topics/",
    "/resources/",
    "/about/",
    "/search/",
    "/search/?q=zebra",
    "/roles/?q=zebra",
    "/nothing/",
    "/report/thanks/",
]

# The forms to the editors, which set the one cookie of the public pages; here with and without something they are about.
FORM_PAGES = [
    "/report/",
    "/report/?role=community-outreach-librarian",
    "/report/?topic=community-engagement",
    "/suggest/",
    "/suggest/?role=community-outreach-librarian",
    "/es/report/",
    "/es/suggest/",
]


def practice_pages(role: Role) -> list[str]:
    """What belongs to a role beside its questions: to practise with, to compare and to take away."""
    own = role.get_absolute_url()
    return [
        f"{own}sheet/",
        f"{own}sheet/?lines=on&large=on",
        f"{own}mock/?n=6&seed=library",
        f"{own}mock/?n=6&seed=library&view=one&at=1",
        f"{own}interviewer/?n=6&seed=library",
        f"{own}ask/",
        f"{own}vs/",
        f"{own}vs/?q=librarian",
        f"{own}take-away/",
    ]


def every_page(bank: Bank) -> list[str]:
    """An address of each kind of public page, and of its variants."""
    role = bank.role.get_absolute_url()
    return [
        *EMPTY_PAGES,
        "/search/?q=librarian",
        "/search/?q=librarain",
        "/search/?q=zebra+people&kind=behavioral",
        "/search/?q=people&kind=motivational&topic=none",
        "/roles/?q=librarian&field=health",
        "/roles/?topic=community-engagement",
        "/resources/?kind=association&topic=community-engagement",
        "/resources/?kind=reading",
        *(thing.get_absolute_url() for thing in (bank.role.group.field, bank.role.group, bank.topic, bank.question)),
        *(other.get_absolute_url() for other in Role.objects.published()),
        f"{role}?kind=behavioral",
        f"{role}?kind=experience",
        f"{role}{bank.topic.slug}/",
        f"{role}{bank.topic.slug}/?kind=experience",
        f"{role}vs/archivist/",
        f"{role}vs/archivist/?show=shared",
    ]


def all_pages(bank: Bank) -> list[str]:
    """Every public page but the forms. Looks of one sheet, and a set on one page or several, share their titles on purpose."""
    sheets = ["/star/", "/sheet/", f"/sheet/?q={bank.question.pk}&guidance=on", f"{bank.topic.get_absolute_url()}sheet/"]
    practice = [page for role in Role.objects.published() for page in practice_pages(role)]
    return [*every_page(bank), *practice, *sheets]
