"""Topics that roles lack, as a line of the desk: no list of one model, but the groups and their heat maps."""

from typing import Any

from .coverage import ON_THE_DESK, missing_topics
from .desk import MOST_COUNTED, Item
from .rights import EDIT_ALL, PUBLISH


class LackingTopics:
    section = "To look over"

    def concerns(self, user: Any) -> bool:
        opens = all(user.has_perm(f"questions.view_{name}") for name in ("question", "role"))
        return opens and any(user.has_perm(right) for right in (EDIT_ALL, PUBLISH))

    def item(self, user: Any) -> Item:
        missing = missing_topics()
        hint = "Most roles of their group ask about them. Opens the groups that have such gaps."
        if missing.more and not missing.pairs:
            hint = f"None among the first {ON_THE_DESK} roles. Opens the rest."
        return Item(
            name="Topics missing from roles",
            hint=hint,
            count=min(len(missing.pairs), MOST_COUNTED),
            more=missing.more or len(missing.pairs) > MOST_COUNTED,
            url_name="admin:questions_role_coverage",
            filters={},
        )
