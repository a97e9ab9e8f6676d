"""A measured figure beside what we promise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    what: str
    value: float
    unit: str
    limit: float
    remark: str = ""

    @property
    def kept(self) -> bool:
        return self.value <= self.limit

    def __str__(self) -> str:
        verdict = "ok" if self.kept else "OVER"
        return f"{self.what:<44}{self.value:>9.2f} {self.unit:<3} of {self.limit:>6g}   {verdict:<5} {self.remark}"
