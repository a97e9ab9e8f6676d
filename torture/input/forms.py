"""What the forms of a page would send, and what somebody sends instead."""

from html.parser import HTMLParser
from random import Random

from torture.input.values import odd

Fields = list[tuple[str, str]]
COUNTS = ("-TOTAL_FORMS", "-INITIAL_FORMS", "-MIN_NUM_FORMS", "-MAX_NUM_FORMS")


class _Forms(HTMLParser):
    """Collects the named fields of each form that posts, with the values they begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Fields] = []
        self.fields: Fields = []
        self.inside = False
        self.select = self.text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attributes}
        name = has.get("name", "")
        if tag == "form":
            self.inside, self.fields = has.get("method", "").lower() == "post", []
        elif tag == "input" and name:
            if has.get("type") not in ("checkbox", "radio") or "checked" in has:
                self.fields.append((name, has.get("value", "")))
        elif tag == "button" and name:
            self.fields.append((name, has.get("value", "")))
        elif tag == "textarea":
            self.text = name
            self.fields.append((name, ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and ("selected" in has or (has.get("value") and not self._chosen())):
            self.fields.append((self.select, has.get("value", "")))

    def _chosen(self) -> bool:
        return any(name == self.select for name, _ in self.fields)

    def handle_data(self, data: str) -> None:
        if self.text:
            name, value = self.fields[-1]
            self.fields[-1] = (name, value + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.inside:
            self.forms.append(self.fields)
            self.inside = False
        elif tag == "textarea":
            self.text = ""
        elif tag == "select":
            self.select = ""


def forms_of(html: str) -> list[Fields]:
    """The fields of each form of a page that is sent by POST."""
    parser = _Forms()
    parser.feed(html)
    return [fields for fields in parser.forms if fields]


def spoilt(fields: Fields, random: Random) -> Fields:
    """``fields`` with some of them changed, left out, doubled, or made up."""
    fields = list(fields)
    for _ in range(random.choice((0, 1, 1, 1, 2, 3, 8))):
        place = random.randrange(len(fields)) if fields else 0
        what = random.random()
        if not fields or what < 0.1:
            fields.append((odd(random)[:50] or "x", odd(random)))
        elif what < 0.2:
            del fields[place]
        elif what < 0.3:
            fields.append((fields[place][0], odd(random)))
        elif what < 0.4 and (counts := [at for at, (name, _) in enumerate(fields) if name.endswith(COUNTS)]):
            at = random.choice(counts)
            fields[at] = (
                fields[at][0],
                random.choice(("-1", "0", "1", "7", "1000", "1001", "999999999", "9" * 30, "x", "", "\0")),
            )
        elif what < 0.45:
            fields[place] = (fields[place][0] + random.choice(("[]", "-0", "__prefix__", "\0", "_0")), fields[place][1])
        else:
            fields[place] = (fields[place][0], odd(random))
    return fields
