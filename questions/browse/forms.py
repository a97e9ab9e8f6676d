"""What visitors may send the editors. What they typed comes back to them on every error, and every limit has its sentence.

There is no captcha: it shuts out people with poor sight or an old phone, has every visitor watched by another company, and
stops few who mean it. Instead there are a field that only programs fill in, a limit per address and one on the queue as a
whole (``editorial.throttle``, ``editorial.inbox``); and since nothing appears without an editor, there is little to win.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.models import Message
from questions.models.inbox import LONGEST_NAME, LONGEST_QUESTION, LONGEST_TEXT, Fault, MessageKind
from questions.normal import one_line

from .filters import is_text


class TextField(forms.CharField):
    """A text as people type or paste it, with its line breaks; what is no character becomes a space."""

    def __init__(self, *, max_length: int, too_long: Any, rows: int = 0, **options: Any) -> None:
        options["widget"] = forms.Textarea({"dir": "auto", "rows": rows}) if rows else forms.TextInput({"dir": "auto"})
        options["error_messages"] = {"max_length": too_long, **options.get("error_messages", {})}
        super().__init__(max_length=max_length, **options)
        # With the attribute browsers cut a long text short when it is pasted, and say nothing.
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str:
        return super().to_python(self.bound_data(value, None)) or ""

    def bound_data(self, data: Any, initial: Any) -> str:
        """What a form that comes back shows."""
        text = str(data or "").replace("\r\n", "\n").replace("\r", "\n")
        odd = [char for char in set(text) if char != "\n" and not is_text(char)]
        return text.translate(dict.fromkeys(map(ord, odd), " "))


class LineField(TextField):
    """A text of one line."""

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value))


class MessageForm(forms.Form):
    """The base of both forms. ``subject`` says what the message is about: names and things for the Message to be."""

    kind: MessageKind

    # For programs that fill in every field they find: people neither see nor reach it. Browsers know nothing to put into it.
    website = forms.CharField(required=False, label=_("Leave this empty"))

    def __init__(self, data: Any = None, *, subject: dict[str, Any]) -> None:
        super().__init__(data, label_suffix="")
        self.subject = subject
        self.fields["website"].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields people see."""
        return [field for field in self if field.name != "website"]

    @property
    def by_a_program(self) -> bool:
        return bool(self.data.get("website"))

    def message(self) -> Message:
        """The message of a valid form, unsaved."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "website"}
        return Message(kind=self.kind, **self.subject, **values)


class ReportForm(MessageForm):
    kind = MessageKind.REPORT

    fault = forms.ChoiceField(
        choices=[(fault.value, _(fault.label)) for fault in Fault],
        widget=forms.RadioSelect,
        label=_("What is wrong?"),
        error_messages={
            "required": _("Choose what is wrong; “Something else” will do."),
            "invalid_choice": _("Choose one of the answers to “What is wrong?”."),
        },
    )
    text = TextField(
        max_length=LONGEST_TEXT,
        too_long=_("Shorten your message to %(limit_value)d characters or fewer; it has %(show_value)d."),
        rows=6,
        label=_("What should the editors know?"),
        help_text=_("A sentence or two will do. If you know what would be right, or which other question says the same, add it."),
        error_messages={"required": _("Write what the editors should know, so that they can put it right.")},
    )
    contact = LineField(
        max_length=LONGEST_NAME,
        too_long=_("Shorten the e-mail address or name to %(limit_value)d characters or fewer; it has %(show_value)d."),
        required=False,
        label=_("E-mail address or name, for an answer (optional)"),
        help_text=_("For an answer to this message and nothing else. It is deleted as soon as the message has been handled."),
    )

    def __init__(self, data: Any = None, *, subject: dict[str, Any]) -> None:
        super().__init__(data, subject=subject)
        self.fields["contact"].widget.attrs["autocomplete"] = "email"
        if not subject:
            self.fields["text"].help_text = _("Say where it is, by the words of the question or the address of the page.")


class SuggestForm(MessageForm):
    kind = MessageKind.SUGGESTION

    text = LineField(
        max_length=LONGEST_QUESTION,
        too_long=_("Shorten the question to %(limit_value)d characters or fewer; it has %(show_value)d."),
        rows=3,
        label=_("The question"),
        help_text=_("As the interviewer says it, one question at a time."),
        error_messages={"required": _("Write the question you suggest.")},
    )
    role_name = LineField(
        max_length=LONGEST_NAME,
        too_long=_("Shorten the title of the job to %(limit_value)d characters or fewer; it has %(show_value)d."),
        required=False,
        label=_("Which job is it asked for? (optional)"),
        help_text=_("The title of the job. It need not be one that is listed here."),
    )
    guidance = TextField(
        max_length=LONGEST_TEXT,
        too_long=_("Shorten what you say about answers to %(limit_value)d characters or fewer; it has %(show_value)d."),
        rows=5,
        required=False,
        label=_("Why is it asked, or what does a good answer cover? (optional)"),
        help_text=_("In your own words. Editors may add to it."),
    )
    thanks = LineField(
        max_length=LONGEST_NAME,
        too_long=_("Shorten the name to thank to %(limit_value)d characters or fewer; it has %(show_value)d."),
        required=False,
        label=_("Name to thank (optional)"),
        help_text=_("It is shown beside the question once that is published. Leave it empty to stay unnamed."),
    )
    licensed = forms.BooleanField(
        label=_("I may share this text, and agree that it is published under the licence CC BY 4.0."),
        help_text=_("Everybody may then copy and change it, and says where it comes from."),
        error_messages={"required": _("Tick the box to agree to the licence. Without it the question cannot be published.")},
    )

    def __init__(self, data: Any = None, *, subject: dict[str, Any]) -> None:
        super().__init__(data, subject=subject)
        self.fields["thanks"].widget.attrs["autocomplete"] = "name"
        if "role" in subject:
            del self.fields["role_name"]
