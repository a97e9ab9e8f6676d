"""lint_content on roles and the whole bank: links, titles, topics, likeness, counts and shared guides."""

import pytest

TOPIC = "{name: Storytime, description: One sentence. And another., phrases: [storytime], aliases: [Story time]}"
ROUTE = {"text": "How would you plan a bookmobile route through three new neighborhoods?"}
ROUTES = {"text": "How do you plan routes for the bookmobile through three new neighborhoods?"}


def test_questions_of_a_role_that_read_much_alike_are_said_with_both_lines(folder):
    folder.write(ROUTE, ROUTES)
    [finding] = folder.findings("alike")
    assert finding.message.startswith("reads much like another question of the role (0.9")


def test_two_shared_questions_that_are_alike_are_said_once_however_many_roles_share_them(folder):
    folder.write()
    folder.write(title="Bookmobile Librarian")
    folder.share(ROUTE, ROUTES, roles="Public Libraries/*")
    assert len(folder.findings("alike")) == 1


def test_questions_of_two_roles_may_be_alike(folder):
    folder.write(ROUTE)
    folder.write(ROUTES, title="Bookmobile Librarian")
    assert folder.findings("alike") == []


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("- [Nowhere](https://library.example/a) – Training for a first job.\n  - Kind: training", "where there can be no page"),
        ("- [Inside](http://intranet/a) – Training for a first job.\n  - Kind: training", "where there can be no page"),
        ("- [Silent](https://www.ala.org/a)\n  - Kind: training", "has no sentence"),
        ("- [Kindless](https://www.ala.org/a) – Training for a first job.", "has no kind"),
    ],
)
def test_a_link_that_leads_nowhere_or_says_nothing_is_said(folder, link, message):
    from tests.content.conftest import LINKS

    folder.write(links=f"{LINKS}\n{link}")
    [found] = folder.messages("links")
    assert message in found


def test_an_address_has_the_same_words_in_every_guide(folder):
    from tests.content.conftest import LINKS

    folder.write(title="Adult Services Librarian", links=LINKS)
    folder.write(title="Teen Librarian", links=LINKS.replace("look at the awards", "for teens alone", 1))
    [found] = folder.messages("links")
    assert "one address has one title and one sentence" in found


def test_a_role_with_four_resources_needs_one_more(folder):
    from tests.content.conftest import LINK

    folder.write(links=f"{LINK}\n  - Kind: association")
    assert folder.messages("links") == ["the role has 1 resources; find 5 or more"]


def test_an_other_title_belongs_to_one_role(folder):
    folder.write(titles="Youth Librarian, Young Adult Librarian")
    folder.write(title="Children's Librarian", titles="youth librarian, Junior Librarian")
    assert folder.messages("titles") == ["“youth librarian” is a title of Children's Librarian, too; a name means one role"]


def test_a_role_with_one_other_title_needs_another(folder):
    folder.write(titles="Youth Librarian")
    assert folder.messages("titles") == ["the role has 1 other titles (also_called); give it 2 to 6"]


@pytest.mark.parametrize(
    ("topics", "message"),
    [
        (TOPIC.replace(" And another.", ""), "has 1 sentences in its description; write two"),
        (TOPIC.replace(", aliases: [Story time]", ""), "has no aliases"),
        (TOPIC.replace("Storytime", "Teens"), "the topic “Storytime” is not in topics.yaml"),
        (f"{TOPIC}, {TOPIC.replace('Storytime', 'Rhymes')}", "“Story time” is a name of two topics: Storytime and Rhymes"),
    ],
)
def test_topics_are_defined_once_and_well(folder, topics, message):
    folder.write()
    folder.file("topics.yaml", f"topics: [{topics}]")
    assert message in folder.messages("topics")[0]


def test_a_topic_may_be_meant_by_its_alias(folder):
    folder.write({"Topics": "story time"})
    folder.file("topics.yaml", f"topics: [{TOPIC}]")
    assert folder.findings() == []


@pytest.mark.parametrize(
    ("limit", "message"),
    [
        ("roles: 2", "the bank has 1 roles; 2 are wanted"),
        ("questions: 3", "the bank has 2 questions, each counted once; 3 are wanted"),
        ("questions_per_role: 3", "Teen Librarian has 2 questions; 3 are wanted"),
        ("own_questions_per_role: 2", "Teen Librarian has 1 questions that no other role has; 2 are wanted"),
        ("questions_to_ask: 1", "Teen Librarian has 0 questions to ask the employer; 1 are wanted"),
        ("behavioral: 0.3", "the bank has 0% behavioral questions; 30% are wanted"),
        ("benchmarks: 0.33", "the bank has levels for 0% of its questions; write them for 33%"),
        ("at_least: {Teen Librarian: 9}", "Teen Librarian has 2 questions; 9 are wanted"),
        ("must_ask_about: {Teen Librarian: [Privacy]}", "Teen Librarian has no question about “Privacy”"),
        ("at_least: {Space Librarian: 9}", "names the role “Space Librarian”, of which there is no guide"),
    ],
)
def test_what_lint_yaml_asks_for_and_the_bank_lacks_is_said(folder, limit, message):
    folder.write()
    folder.share(ROUTE, roles="Teen Librarian")
    assert folder.findings("counts") == []
    folder.file("lint.yaml", limit)
    assert message in folder.messages("counts")


def test_a_topic_with_too_few_questions_is_said_where_the_folder_asks_for_it(folder):
    folder.write()
    folder.file("topics.yaml", f"topics: [{TOPIC}]")
    folder.file("lint.yaml", "questions_per_topic: 2")
    assert folder.messages("topics") == ["the topic “Storytime” has 1 questions; it needs 2"]


def test_a_shared_guide_for_a_role_that_is_not_there_is_said_with_its_line(folder):
    folder.write()
    path = folder.share(ROUTE, roles="Space Librarian")
    assert [(finding.path, finding.line, finding.message) for finding in folder.findings()] == [
        (path, 3, "no guide here is of a role “Space Librarian”")
    ]


def test_what_an_import_could_not_read_or_place_is_said(folder):
    folder.write()
    broken = folder.file("A/B/Broken.md", "---\ntitle: [\n---\n1. Why?\n")
    odd = folder.write(title="Odd Librarian")
    odd.write_text(odd.read_text().replace("format: 1", "format: 1\nmood: good"))
    assert [(finding.path, finding.rule) for finding in folder.findings()] == [(broken, "reading"), (odd, "reading")]


@pytest.mark.parametrize(
    "entry", ["Teen Librarian", "Public Libraries/Teen Librarian", "public libraries/*", "Library and Information Science/*/*"]
)
def test_a_shared_guide_counts_for_the_roles_an_import_would_give_it_to(folder, entry):
    folder.write()
    folder.share(ROUTE, roles=entry)
    folder.file("lint.yaml", "questions_per_role: 2")
    assert folder.findings() == []


def test_the_same_question_in_two_guides_is_nobody_s_own(folder):
    folder.write(ROUTE)
    folder.write(ROUTE, title="Bookmobile Librarian")
    folder.file("lint.yaml", "own_questions_per_role: 1\nquestions: 2")
    assert folder.messages("counts") == [
        "the bank has 1 questions, each counted once; 2 are wanted",
        "Bookmobile Librarian has 0 questions that no other role has; 1 are wanted",
        "Teen Librarian has 0 questions that no other role has; 1 are wanted",
    ]
