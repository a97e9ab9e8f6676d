"""How a visitor wants a sheet, as the address says: nothing of it is remembered anywhere else."""

from django import forms

from questions.browse.filters import Filter
from questions.vocabulary import Kind


class SwitchField(forms.ChoiceField):
    """``on``, or not asked for."""

    def __init__(self) -> None:
        super().__init__(choices=[("on", "on")], required=False)


class SheetFilter(Filter):
    """``lines`` to write on, ``large`` print, ``guidance``: why a question is asked and what a good answer covers."""

    lines = SwitchField()
    large = SwitchField()
    guidance = SwitchField()


class KindSheetFilter(SheetFilter):
    kind = forms.ChoiceField(choices=Kind.choices(), required=False)
