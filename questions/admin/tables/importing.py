"""Taking a table in: choose the file, look at the report, confirm it."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from import_export.results import Result

from questions.editorial.duplicates.arriving import Arrivals

from . import alike, files, uploads
from .forms import TableForm
from .report import Report
from .resource import RESOURCES, ChangedSinceError, TableResource
from .table import Table, TableError


class TableImport:
    """The import pages of one model's admin, for one request of somebody who may import."""

    def __init__(self, model_admin: Any, request: HttpRequest) -> None:
        self.admin, self.request = model_admin, request
        self.user: Any = request.user
        self.model, self.opts = model_admin.model, model_admin.opts
        self.columns = RESOURCES[self.model].headers()

    def choose(self) -> HttpResponse:
        if self.request.method != "POST":
            return self._page()
        form = TableForm(self.request.POST, self.request.FILES, columns=self.columns)
        if not form.is_valid():
            return self._page(form=form)
        return self._reported(form.table, form.cleaned_data["file"].name, form.content)

    def confirm(self) -> HttpResponse:
        upload = uploads.waiting(self.request.POST.get("upload", ""), self.model, by=self.user)
        if upload is None:
            self._say(messages.ERROR, "That table is gone: imported already, or a day old. Choose the file again.")
            return HttpResponseRedirect(self._address("import"))
        name, content = uploads.name_of(upload), bytes(upload.data)
        try:
            table = files.read(content, name, self.columns)
            with transaction.atomic():
                report = self._run(table, name, dry_run=False, seen=self.request.POST.get("seen") or "none")
                upload.delete()
                self._log(report)
        except TableError as error:
            # It was read before; the columns this version of the bank knows may be others since.
            upload.delete()
            self._say(messages.ERROR, str(error))
            return HttpResponseRedirect(self._address("import"))
        except (ChangedSinceError, IntegrityError):
            upload.delete()
            self._say(messages.WARNING, "Nothing is written yet: somebody saved since the report you saw. Look at this one.")
            return self._reported(table, name, content)
        if report.is_refused:
            return self._page(report=report, arrivals=alike.look(report))
        done = f"Imported {name}: {report.new:,} new, {report.changed:,} changed, {report.unchanged:,} as they were."
        self._say(messages.SUCCESS, done)
        self._tell_alike(alike.note(report))
        return HttpResponseRedirect(self._address("changelist"))

    def _reported(self, table: Table, name: str, content: bytes) -> HttpResponse:
        """What the table would do; it is kept for whoever confirms it, unless it can do nothing."""
        report = self._run(table, name, dry_run=True)
        kept = None
        if not report.is_refused and report.new + report.changed:
            kept = uploads.keep(content, name, self.model, by=self.user)
        arrivals = alike.look(report)
        return self._page(report=report, arrivals=arrivals, upload=kept, name=name, seen=report.resource.version)

    def _run(self, table: Table, name: str, *, dry_run: bool, seen: str = "") -> Report:
        resource: TableResource = RESOURCES[self.model](table=table, by=self.user, source=name, seen=seen)
        result: Result = resource.import_data(table.dataset(), dry_run=dry_run, rollback_on_validation_errors=True)
        return Report(resource, result)

    def _log(self, report: Report) -> None:
        if report.is_refused:
            return
        rows = report.result.rows
        for flag, done in ((ADDITION, [row for row in rows if row.is_new()]), (CHANGE, [row for row in rows if row.is_update()])):
            if done:
                LogEntry.objects.log_actions(self.user.pk, [row.instance.thing for row in done], flag, report.resource.reason)

    def _tell_alike(self, arrivals: Arrivals) -> None:
        if arrivals.similar:
            pairs = reverse("admin:questions_nearduplicate_changelist")
            said = 'Much like a question of the bank: {}. <a href="{}">Merge the pairs, or say that they differ</a>.'
            self._say(messages.WARNING, format_html(said, arrivals.in_words(), pairs))

    def _page(self, **context: Any) -> HttpResponse:
        always = {
            **self.admin.admin_site.each_context(self.request),
            "form": TableForm(columns=self.columns),
            "title": f"Import {self.opts.verbose_name_plural} from a table",
            "opts": self.opts,
            "columns": self.columns,
        }
        return TemplateResponse(self.request, [self.admin.import_template_name], always | context)

    def _say(self, level: int, message: str) -> None:
        messages.add_message(self.request, level, message)

    def _address(self, page: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}")
