"""Choosing a table to take in."""

from collections.abc import Collection
from typing import Any

from django import forms

from .files import read
from .table import LARGEST, MOST_ROWS, TableError


class TableForm(forms.Form):
    """Once valid, ``content`` is what the file holds, and ``table`` the table in it."""

    file = forms.FileField(
        label="Table",
        help_text=f"CSV (UTF-8) or JSON, at most {MOST_ROWS:,} rows and {LARGEST // 1_000_000} MB. Nothing is written yet: "
        "first you see what it would do.",
        widget=forms.FileInput(attrs={"accept": ".csv,.json"}),
    )

    def __init__(self, *args: Any, columns: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(f"The file is larger than {LARGEST // 1_000_000} MB. Split it into several.")
        try:
            self.content = file.read()
            self.table = read(self.content, file.name, self.columns)
        except TableError as error:
            raise forms.ValidationError(str(error)) from None
        return file
