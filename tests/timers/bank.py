"""A bank with one question, role and link that are public for a while, and every public page they may stand on."""

from dataclasses import dataclass

from django.test import Client

from questions.models import Question, ResourceLink, Role
from tests.factories import make_link, make_question, make_role

FROM, UNTIL = "2026-12-01 08:00 +0000", "2026-12-31 18:00 +0000"
JUST_BEFORE, JUST_AFTER_THE_END = "2026-12-01 07:59:59 +0000", UNTIL
TEXT, TITLE, LINK = "How do you plan a bookmobile stop?", "Bookmobile Driver", "Mobile libraries handbook"


@dataclass
class Bank:
    role: Role
    question: Question
    other_role: Role
    link: ResourceLink


def scheduled_bank() -> Bank:
    """The question stands in a role that is always public; the scheduled role asks a question that always is."""
    times = {"publish_at": FROM, "retire_at": UNTIL}
    role, other_role = make_role(), make_role(title=TITLE, featured=True, **times)
    question = make_question(text=TEXT, role=role, topics=["Outreach"], purpose="Shows care.", **times)
    make_question(text="Why libraries?", role=role, topics=["Outreach"])
    make_question(text="Why driving?", role=other_role)
    link = make_link(title=LINK, role=role, **times)
    for thing in (other_role, question, link):
        thing.refresh_from_db()
    return Bank(role, question, other_role, link)


def addresses(bank: Bank) -> dict[str, list[str]]:
    """Where visitors may meet each of the three: text to addresses."""
    role, topic, driver = bank.role.get_absolute_url(), "/topics/outreach/", bank.other_role.get_absolute_url()
    files = [f"{role}take-away/{word}/" for word in ("pack", "markdown", "json")]
    lists = [role, f"{role}outreach/", topic, "/search/?q=bookmobile", "/feed/", f"{role}feed/", f"{topic}feed/"]
    sheets = [f"{role}sheet/", f"{topic}sheet/", f"{role}take-away/csv/"]
    return {
        TEXT: [bank.question.get_absolute_url(), *lists, *sheets, *files],
        TITLE: [driver, "/", "/roles/", "/roles/?q=bookmobile", bank.role.group.get_absolute_url(), "/search/?q=driver"],
        LINK: ["/resources/", role, *files],
        bank.question.get_absolute_url(): ["/sitemap-questions-0.xml"],
        driver: ["/sitemap-roles-0.xml"],
    }


def shown(visitor: Client, bank: Bank) -> set[tuple[str, str]]:
    """What of the three is seen where."""
    return {
        (what, address)
        for what, places in addresses(bank).items()
        for address in places
        if (page := visitor.get(address)).status_code == 200 and what in _unmarked(page.text)
    }


def _unmarked(html: str) -> str:
    """What a search found is marked."""
    return html.replace("<mark>", "").replace("</mark>", "")


def everywhere(bank: Bank) -> set[tuple[str, str]]:
    return {(what, address) for what, places in addresses(bank).items() for address in places}


def every_answer(visitor: Client, bank: Bank) -> dict[str, tuple[int, bytes]]:
    """Status and page of every address."""
    pages = {address for places in addresses(bank).values() for address in places} | {"/sitemap.xml", "/topics/"}
    return {address: ((page := visitor.get(address)).status_code, page.content) for address in sorted(pages)}
