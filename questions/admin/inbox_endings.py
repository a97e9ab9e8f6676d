"""The two ways to settle messages that ask for a note first, and the link to write to a visitor."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.html import format_html
from django.utils.safestring import SafeString

from questions.editorial import inbox
from questions.models.inbox import LONGEST_TEXT


class NoteForm(forms.Form):
    note = forms.CharField(max_length=LONGEST_TEXT, widget=AdminTextareaWidget(attrs={"rows": 4}))

    def clean_note(self) -> str:
        # Browsers send each end of a line as two characters.
        return self.cleaned_data["note"].replace("\r\n", "\n")


@dataclass(frozen=True)
class Ending:
    action: str
    name: str
    done: str
    verb: Callable[..., int]
    label: str
    help_text: str
    required: bool

    def form(self, data: object = None) -> NoteForm:
        form = NoteForm(data)  # type: ignore[arg-type]
        note = form.fields["note"]
        note.label, note.help_text, note.required = self.label, self.help_text, self.required
        note.error_messages["required"] = "Say why in a few words: colleagues will ask."
        note.widget.is_required = self.required
        return form


DISMISSED = Ending(
    action="dismiss",
    name="Dismiss",
    done="Dismissed",
    verb=inbox.dismiss,
    label="Why nothing will be done",
    help_text="For colleagues, and for the next report of the same. Visitors never see it.",
    required=True,
)
HANDLED = Ending(
    action="handled",
    name="Answered or done",
    done="Handled",
    verb=inbox.handle,
    label="What was done or answered",
    help_text="For colleagues; may stay empty. Visitors never see it.",
    required=False,
)


def mail_link(contact: str) -> SafeString | str:
    """A link that opens one's own mail program, if ``contact`` is an e-mail address."""
    try:
        validate_email(contact)
    except ValidationError:
        return contact
    # Quoted, so that nobody smuggles in further receivers or a text.
    return format_html('<a href="mailto:{}">{}</a>', quote(contact, safe="@"), contact)
