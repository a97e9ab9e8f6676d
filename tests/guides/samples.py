"""Texts of guides for the tests: small, made up, in the shapes people use."""

from questions.guides.document import Guide, Question
from questions.guides.reader import read_guide


def guide_of(text: str, *, name: str = "Archivist") -> Guide:
    """The guide in ``text``, from a file called ``name`` in the folders Field/Group."""
    return read_guide(text, field="Field", group="Group", name=name)


def texts_of(guide: Guide) -> list[str]:
    return [question.text for question in guide.questions]


def first(text: str) -> Question:
    """The first question of the guide in ``text``."""
    return guide_of(text).questions[0]


def reasons_of(guide: Guide) -> dict[int, str]:
    """Why something was noted, by line; the first reason where a line has several."""
    return {note.line: note.reason for note in reversed(guide.notes)}


# The shape of a large public collection: its emoji decoded as Mac Roman, prose about itself, and a link among the questions.
COLLECTED = """\
# Map Archivist Interview Prep

Welcome to the Map Archivist Interview Preparation ! This page is here to help you shine.

A Map Archivist keeps maps and plans safe and findable.

Most work in large libraries, some in town halls.

## \uf8ff\u00fc\u00f6\u00c4 Overview

Whether you're a seasoned Map Archivist or only starting out, this repository is made for you. We've curated questions.

## \uf8ff\u00fc\u00ec\u00f9 Sample Questions

1. How do you flatten a rolled map?
2. Tell me about a map you could not date
3. [CLICK HERE FOR MORE QUESTIONS](https://bank.example/job/7/Map%20Archivist)

## \uf8ff\u00fc\u00e5\u00ea Explore Further

For an extensive question bank across many fields, visit [Bank](https://www.bank.example).

## \uf8ff\u00fc\u00ec\u00b1 Connect with Us

Stay updated on our tips. Follow us on [Twitter](https://twitter.com/bank) and [LinkedIn](https://www.linkedin.com/in/bank/).

## \uf8ff\u00fc\u00f6\u00c4 Ready to Elevate Your Python Career?

Visit [Bank](https://www.bank.example) now and take the first step towards a successful Map Archivist career!
"""

NATIVE = """\
---
title: Map Archivist
also_called:
  - Cartographic Archivist
  - {name: MA, kind: short}
onet_soc_code: 25-4011.00
featured: yes
summary: Keeps maps safe.
reviewed: 2026-11-01
reviewed_by: Ada
source: imported (Some Bank)
---
# Map Archivist Interview Prep

Keeps **maps** safe and findable.

## The interview

Two rounds, the second among the shelves.

## Questions

1. Why maps?

### Care of maps

1. How do you flatten a rolled map?
   - Kind: job knowledge
   - Purpose: shows care and *patience*
   - Points:
     - humidity first
     - no heat
   - Follow-up: How long does it take?
   - Follow-up: Who decides?
   - Avoid: an iron
   - Entry: names a humidity chamber
   - Mid: weighs the risk
   - Senior: writes the procedure
   - Topics: conservation, risk
   - Reviewed: 2026-11-02 by Bea
   - Source: written
   - Status: draft

## Resources

- [Map Society](https://maps.example) – news and a mailing list
  - Kind: association
  - Topics: conservation
"""
