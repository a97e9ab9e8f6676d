"""Contents lists, badges, adverts, code and links are no questions, and none of them vanishes without a note."""

import pytest

from questions.vocabulary import LinkKind
from tests.guides.samples import guide_of, reasons_of, texts_of

QUESTION = "## Questions\n\n1. Why?\n"


@pytest.mark.parametrize(
    "noise",
    [
        "## Table of Contents\n\n1. [Why?](#why)\n2. [How?](#how)\n",
        "- [What is a roux?](#what-is-a-roux)\n- [Why?](#why)\n",
        "| No. | Questions |\n|--|--|\n| 1 | [What is a roux?](#what-is-a-roux) |\n",
        "[![Build](https://img.shields.io/a.svg)](https://img.shields.io/b)\n",
        "![logo](logo.png)\n",
        "```\n1. What is a roux?\n```\n",
        "<!-- What is a roux? -->\n",
        "<script>\nwhat()\n</script>\n",
        "Are you ready? Sign up now and take the first step towards a new career?\n".replace("Are you ready? ", ""),
        "## License\n\nMIT. What else?\n",
        "## Contributing\n\n- Fork it\n- Is there an issue? Take it.\n- Send it\n",
        "Good luck!\n",
        "> **Ad:** Try our course. Why wait?\n",
        "[⬆ Back to Top](#top)\n",
    ],
)
def test_noise_is_no_question_but_is_reported(noise: str) -> None:
    guide = guide_of(f"# Archivist\n\n{noise}\n{QUESTION}")
    assert texts_of(guide) == ["Why?"]
    assert guide.description == ""
    assert guide.notes


def test_social_links_are_known_by_their_host() -> None:
    text = "\n".join(
        f"- [Us {number}]({url})"
        for number, url in enumerate(
            ["https://x.com/us", "https://www.linkedin.com/in/us", "https://youtube.com/@us", "https://fosstodon.org/@us"]
        )
    )
    guide = guide_of(f"{QUESTION}\n## Follow us\n\n{text}\n")
    assert {link.kind for link in guide.links} == {LinkKind.SOCIAL}


def test_a_video_is_no_social_link() -> None:
    guide = guide_of(f"{QUESTION}\n## Resources\n\n- [A talk](https://www.youtube.com/watch?v=1)\n")
    assert guide.links[0].kind == LinkKind.OTHER


def test_resources_may_have_notes_or_bare_addresses() -> None:
    guide = guide_of(
        f"{QUESTION}\n## Useful Links\n\n- [Guild](https://guild.example) - courses\n- https://a.example/b\n- Manual: https://c.example\n"
    )
    assert [(link.title, link.note) for link in guide.links] == [("Guild", "courses"), ("a.example", ""), ("Manual", "")]


def test_a_resource_without_a_link_is_reported() -> None:
    guide = guide_of(f"{QUESTION}\n## Resources\n\n- The town library\n")
    assert reasons_of(guide) == {7: "no single link in this resource"}


def test_the_same_address_twice_is_kept_once_and_reported() -> None:
    guide = guide_of(f"{QUESTION}\n## Links\n\n- [A](https://a.example)\n- [B](HTTPS://a.example/)\n")
    assert [link.title for link in guide.links] == ["A"]
    assert reasons_of(guide)[8] == "the same address stands on line 7 already"


def test_addresses_that_are_not_on_the_web_are_not_kept() -> None:
    guide = guide_of(f"{QUESTION}\n## Links\n\n- [A](javascript:alert(1))\n- [B](mailto:a@b.example)\n- [C](../c.md)\n")
    assert guide.links == []
    assert set(reasons_of(guide)) == {7, 8, 9}


def test_an_advert_in_the_list_of_questions_is_no_question() -> None:
    guide = guide_of("## Questions\n\n1. Why?\n2. Follow us on [X](https://x.com/us) for more\n3. https://bank.example/all\n")
    assert texts_of(guide) == ["Why?"]
    assert [(link.title, link.kind) for link in guide.links] == [
        ("X", LinkKind.SOCIAL),
        ("More Archivist questions at bank.example", LinkKind.MORE),
    ]
    assert reasons_of(guide)[4] == "boilerplate: an invitation to follow"
