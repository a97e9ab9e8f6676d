"""What an editor says on the pages that rename, merge and split topics."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget

from questions.models import Topic
from questions.normal import one_line

LONGEST_NAME = 100
LONGEST_PHRASES = 1_500  # they stand in the address while one looks what they find


class RenameForm(forms.Form):
    name = forms.CharField(
        label="New name",
        max_length=LONGEST_NAME,
        widget=AdminTextInputWidget,
        help_text="The address is made of it. The old address redirects, and the old name becomes an alias.",
    )


class MergeForm(forms.Form):
    """Which topic stays: one of several chosen ones, or for a single one any other, by its name or an alias."""

    def __init__(self, data: Any, *, topics: list[Topic]) -> None:
        super().__init__(data)
        self.topics = topics
        if len(topics) > 1:
            self.fields["into"] = forms.ModelChoiceField(
                Topic.objects.filter(pk__in=[topic.pk for topic in topics]),
                error_messages={"required": "Choose the topic that stays."},
            )
        else:
            self.fields["into"] = forms.CharField(
                label="Merge into",
                max_length=LONGEST_NAME,
                widget=AdminTextInputWidget(attrs={"list": "topic-names", "autocomplete": "off"}),
                help_text="The name, or an alias, of the topic that stays.",
            )

    def clean_into(self) -> Topic:
        said = self.cleaned_data["into"]
        if isinstance(said, Topic):
            return said
        topic = Topic.objects.named(one_line(said)).first()
        if topic is None:
            raise forms.ValidationError("There is no topic of this name. Look at the spelling; to give a new name, rename.")
        if topic in self.topics:
            raise forms.ValidationError("This is the topic itself. Name the one that stays.")
        return topic


class SplitForm(forms.Form):
    name = forms.CharField(
        label="Name of the new topic",
        max_length=LONGEST_NAME,
        widget=AdminTextInputWidget,
        help_text="One that no other topic has. An alias of this topic may become it.",
    )
    phrases = forms.CharField(
        max_length=LONGEST_PHRASES,
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text="Words and short phrases, one a line. Questions and links with one of them go over, in any inflection: "
        "“grant” finds “grants”. They become the new topic's own phrases.",
    )
    keep = forms.BooleanField(
        label="Keep the old topic too",
        required=False,
        help_text="What goes over is then about both topics, and stays under the headings it has.",
    )

    def clean_phrases(self) -> list[str]:
        return [one_line(line) for line in self.cleaned_data["phrases"].splitlines() if line.strip()]
