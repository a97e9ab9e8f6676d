"""Topics that roles lack, as a line of the desk: no list of one model, but the heat map of a group."""

from typing import Any

from .coverage import missing_topics
from .desk import MOST_COUNTED, Item
from .rights import EDIT_ALL, PUBLISH


class LackingTopics:
    section = "To look over"

    def concerns(self, user: Any) -> bool:
        opens = all(user.has_perm(f"questions.view_{name}") for name in ("question", "role"))
        return opens and any(user.has_perm(right) for right in (EDIT_ALL, PUBLISH))

    def item(self, user: Any) -> Item:
        missing = missing_topics()
        group = str(missing.pairs[0][0].group_id) if missing.pairs else ""
        return Item(
            name="Topics missing from roles",
            hint="Most roles of their group ask about them. Opens the first such group; choose the next one there.",
            count=min(len(missing.pairs), MOST_COUNTED),
            more=missing.more or len(missing.pairs) > MOST_COUNTED,
            url_name="admin:questions_role_coverage",
            filters={"group": group},
        )
