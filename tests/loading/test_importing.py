"""What an import brings into the bank."""

from questions.models import Question, ResourceLink, Role, Topic
from questions.vocabulary import Kind, LinkKind, Source, Status


def test_a_guide_becomes_a_published_role_in_the_field_and_group_of_its_folders(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    role = Role.objects.published().get()
    assert (role.title, role.group.name, role.group.field.name) == (
        "Community Outreach Librarian",
        "Librarianship",
        "Library and Information Science",
    )
    assert role.slug == "community-outreach-librarian"


def test_the_first_sentence_of_the_description_becomes_the_summary(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    assert Role.objects.get().summary == "Takes the library to people who do not come in."


def test_questions_keep_the_order_and_the_headings_of_the_guide(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    places = Role.objects.get().role_questions.select_related("question", "section")
    assert [(place.section.name, place.question.text) for place in places] == [
        ("Community engagement", "How do you define community engagement?"),
        ("Community engagement", "Tell me about a time you won a partner over."),
        ("Budgets", "What would you do if the grant ended early?"),
    ]


def test_guidance_comes_along(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    question = Question.objects.get(text="How do you define community engagement?")
    assert question.purpose == "Shows whether you listen first."
    assert [probe.text for probe in question.follow_ups.all()] == ["Who was left out?"]


def test_kind_follows_from_the_wording_where_the_guide_does_not_say(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    kinds = dict(Question.objects.values_list("text", "kind"))
    assert kinds["How do you define community engagement?"] == Kind.KNOWLEDGE
    assert kinds["Tell me about a time you won a partner over."] == Kind.BEHAVIORAL
    assert kinds["What would you do if the grant ended early?"] == Kind.SITUATIONAL


def test_topics_follow_from_their_phrases_where_the_guide_has_no_headings(tree):
    tree.write("topics.yaml", "topics: [{name: Diversity, phrases: [diverse, inclusion]}]")
    tree.write("Librarian.md", "# Librarian\n\n1. What experience do you have working with diverse communities?\n")
    tree.load()
    assert [topic.name for topic in Question.objects.get().topics.all()] == ["Diversity"]


def test_imported_questions_say_that_they_are_imported(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    assert {question.source_kind for question in Question.objects.all()} == {Source.IMPORTED}


def test_links_become_resources_of_the_role(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    link = ResourceLink.objects.get()
    assert (link.title, link.note) == ("Bookmobile people", "stories from the road")
    assert [role.title for role in link.roles.all()] == ["Community Outreach Librarian"]


def test_two_guides_that_ask_the_same_question_share_it(tree):
    tree.write("Reference Librarian.md", "# Reference Librarian\n\n1. How do you handle a challenge to a book?\n")
    tree.write("School Librarian.md", "# School Librarian\n\n1. how do you handle  a challenge to a book\n")
    report = tree.load()
    assert Question.objects.get().roles.count() == 2
    assert sum(outcome.counts["questions shared"] for outcome in report.outcomes) == 1


def test_a_second_guide_fills_in_the_guidance_the_first_one_lacks(tree):
    tree.write("A Librarian.md", "# A Librarian\n\n1. How do you handle a challenge to a book?\n")
    tree.write(
        "B Librarian.md", "# B Librarian\n\n1. How do you handle a challenge to a book?\n   - Purpose: Policy before opinion.\n"
    )
    tree.load()
    assert Question.objects.get().purpose == "Policy before opinion."


def test_importing_twice_changes_nothing(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.write("topics.yaml", "topics: [{name: Budgets, phrases: [grant], aliases: [Money]}]")
    tree.load()
    before = [list(model.objects.values()) for model in (Role, Question, ResourceLink, Topic)]
    report = tree.load()
    assert [list(model.objects.values()) for model in (Role, Question, ResourceLink, Topic)] == before
    assert [outcome.role_was for outcome in report.outcomes] == ["unchanged"]


def test_importing_a_guide_whose_white_space_changed_changes_nothing(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    before = list(Question.objects.values())
    tree.write("Community Outreach Librarian.md", outreach + "\n\n")
    report = tree.load()
    assert list(Question.objects.values()) == before
    assert [outcome.role_was for outcome in report.outcomes] == ["unchanged"]


def test_a_question_added_to_the_guide_comes_last_in_the_role(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    tree.write("Community Outreach Librarian.md", outreach.replace("2. Tell me", "2. Why outreach?\n2. Tell me"))
    report = tree.load()
    assert [outcome.role_was for outcome in report.outcomes] == ["changed"]
    assert list(Question.objects.for_role(Role.objects.get()).values_list("text", flat=True))[-1] == "Why outreach?"


def test_what_the_guide_no_longer_says_stays_in_the_bank(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    tree.write("Community Outreach Librarian.md", "# Community Outreach Librarian\n\n1. Why outreach?\n")
    tree.load()
    assert Question.objects.count() == 4
    assert Role.objects.get().description.startswith("Takes the library")


def test_what_the_guide_now_says_otherwise_is_brought_up_to_date(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load()
    tree.write("Community Outreach Librarian.md", outreach.replace("Shows whether you listen first.", "Shows how you listen."))
    tree.load()
    assert Question.objects.get(text__startswith="How do you define").purpose == "Shows how you listen."


def test_a_new_guide_can_arrive_as_a_draft(tree, outreach):
    tree.write("Community Outreach Librarian.md", outreach)
    tree.load(as_draft=True)
    assert not Role.objects.published().exists()
    assert not Question.objects.published().exists()
    assert ResourceLink.objects.get().status == Status.DRAFT


def test_an_item_that_is_only_a_link_is_a_resource(tree):
    tree.write("Librarian.md", "# Librarian\n\n1. Why libraries?\n2. [CLICK HERE FOR MORE](https://more.example/librarian)\n")
    tree.load()
    assert ResourceLink.objects.get().kind == LinkKind.MORE
    assert Question.objects.count() == 1


def test_a_shared_guide_gives_its_questions_to_every_role_it_names(tree):
    tree.write("A Librarian.md", "# A Librarian\n\n1. Why A?\n")
    tree.write("B Librarian.md", "# B Librarian\n\n1. Why B?\n")
    tree.write(
        "Shared.md", "---\nroles: [A Librarian, Librarianship/B Librarian]\n---\n\n1. How do you handle a challenge to a book?\n"
    )
    tree.load()
    question = Question.objects.get(text__startswith="How do you handle")
    assert sorted(role.title for role in question.roles.all()) == ["A Librarian", "B Librarian"]


def test_the_same_title_in_two_groups_is_two_roles_told_apart_by_their_groups(tree):
    tree.write(
        "Public service/Library work/Outreach Coordinator.md", "# Outreach Coordinator\n\nIn a library.\n\n1. Why books?\n"
    )
    tree.write(
        "Public service/Social Work/Outreach Coordinator.md", "# Outreach Coordinator\n\nIn the street.\n\n1. Why people?\n"
    )
    tree.load()
    assert dict(Role.objects.values_list("slug", "description")) == {
        "outreach-coordinator": "In a library.",
        "outreach-coordinator-social-work": "In the street.",
    }


def test_question_lists_in_csv_and_json_come_in_too(tree):
    tree.write("questions.csv", "role,topic,question,answer\nPage,Shelving,How do you shelve a cart?,By call number.\n")
    tree.write(
        "more.json",
        '[{"role": "Clerk", "question": "How do you issue a card?", "level": "entry", "answer": "Asks for an address."}]',
    )
    tree.load()
    assert sorted(Role.objects.values_list("title", flat=True)) == ["Clerk", "Page"]
    assert Question.objects.get(text__contains="shelve").points == "By call number."
    assert Question.objects.get(text__contains="card").benchmarks.get().level == "entry"
