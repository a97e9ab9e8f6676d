"""A request that met somebody else's at the same moment is answered anew, from what the bank says then."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.messages.storage import default_storage
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse

from questions.editorial.editing import StaleError

TRIES = 3
# PostgreSQL ends one of two transactions that wait for each other: "deadlock detected".
DEADLOCK = "40P01"


def tried_again(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """``view``, called once more where somebody was quicker by a moment, after it had checked everything.

    Nothing of the first call is left: its transaction was rolled back. The second one sees what they did, and says so; if it
    was the bank that refused what the form took for good, ``request.refused`` has the reasons.
    """

    @wraps(view)
    def tried(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        for _ in range(TRIES - 1):
            try:
                return view(request, *args, **kwargs)
            except ValidationError as error:
                request.refused = error.messages  # type: ignore[attr-defined]
                _rewind(request)
            except (StaleError, IntegrityError, OperationalError) as error:
                if isinstance(error, OperationalError) and getattr(error.__cause__, "sqlstate", "") != DEADLOCK:
                    raise
                _rewind(request)
        return view(request, *args, **kwargs)

    return tried


def _rewind(request: HttpRequest) -> None:
    """Forget what the page was going to say it had done, and read the files that were sent from their beginning."""
    request._messages = default_storage(request)  # type: ignore[attr-defined]
    for name in request.FILES:
        for file in request.FILES.getlist(name):
            file.seek(0)
