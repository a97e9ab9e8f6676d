"""What pages may have to show: nothing, what is usual, and what is longer or runs another way than their designer hoped."""

from questions.models import Role
from questions.vocabulary import Kind, Status
from tests.factories import make_question, make_role
from tests.pages.banks import EMPTY_PAGES, FORM_PAGES, all_pages, full_bank, practice_pages
from tests.pages.long_text import make_long_role


def empty() -> list[str]:
    """A bank without anything, and a role without questions."""
    role = make_role(title="Bookmobile Driver")
    return [*EMPTY_PAGES, "/star/", "/sheet/", *FORM_PAGES, role.get_absolute_url(), *practice_pages(role)]


def usual() -> list[str]:
    bank = full_bank()
    retired = make_role(title="Retired", status=Status.RETIRED)
    spanish = [f"/es{url}" for url in ("/", bank.role.get_absolute_url(), *practice_pages(bank.role))]
    return [*all_pages(bank), *FORM_PAGES, *spanish, retired.get_absolute_url()]


def strange() -> list[str]:
    """Words longer than a screen, and Arabic."""
    long = make_long_role()
    arabic = make_role(title="أمين مكتبة", summary="يأخذ الخدمات إلى الناس.")
    asked = make_question(text="حدثنا عن وقت غيّر فيه السكان رأيك؟", role=arabic, topics=["المشاركة"], purpose="كيف تستمع.")
    make_question(text="ماذا تتوقعون؟", role=arabic, kind=Kind.TO_ASK)
    roles = [page for role in Role.objects.published() for page in (role.get_absolute_url(), *practice_pages(role))]
    questions = [long.questions.first(), asked]
    topics = [topic for question in questions for topic in question.topics.all()]
    sheets = [f"{topic.get_absolute_url()}sheet/?lines=on&guidance=on&large=on" for topic in topics]
    lists = [role.group.get_absolute_url() for role in (long, arabic)]
    return ["/", "/roles/", "/topics/", *lists, *roles, *sheets, *(thing.get_absolute_url() for thing in (*questions, *topics))]


CONTENTS = {"empty": empty, "usual": usual, "strange": strange}
