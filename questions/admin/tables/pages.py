"""What an admin needs to have its list go out and come in as a table."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR, ActionLocation, IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from import_export.admin import ImportExportMixin
from import_export.forms import ExportForm

from prepsite.sizes import takes_files
from questions.admin.links import plural
from questions.editorial.rights import may_import

from .as_csv import Csv
from .as_json import Json
from .importing import TableImport
from .resource import MOST_EXPORTED, RESOURCES, TableResource
from .table import LARGEST


class TablesMixin(ImportExportMixin):
    """For the admin of a model in ``resource.RESOURCES``; stands before the other base classes."""

    formats = [Csv, Json]
    export_form_class = ExportForm
    export_template_name = "admin/tables/export.html"
    import_template_name = "admin/tables/import.html"

    def get_resource_classes(self, request: HttpRequest) -> list[type[TableResource]]:
        return [RESOURCES[self.model]]

    def has_import_permission(self, request: HttpRequest) -> bool:
        return may_import(request.user) and self.has_add_permission(request) and self.has_change_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    @takes_files(LARGEST)
    def import_action(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not self.has_import_permission(request):
            raise PermissionDenied
        return TableImport(self, request).choose()

    @method_decorator(require_POST)
    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not self.has_import_permission(request):
            raise PermissionDenied
        return TableImport(self, request).confirm()

    def export_action(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().export_action(request)
        except IncorrectLookupParameters:
            self.message_user(request, "There is no such filter. Filter the list here, then export it.", messages.ERROR)
            return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))

    def get_actions(self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST) -> dict[str, Any]:
        actions = super().get_actions(request, action_location=action_location)
        action = self.get_action("export_selected", action_location)
        if action and self.has_export_permission(request) and IS_POPUP_VAR not in request.GET:
            actions["export_selected"] = action
        return actions

    @admin.action(
        permissions=["export"],
        description="Export as CSV",
        description_plural="Export selected %(verbose_name_plural)s as CSV",
    )
    def export_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        try:
            return self._do_file_export(Csv(), request, queryset)
        except ValueError as error:
            self.message_user(request, str(error), messages.ERROR)
            return None

    def get_valid_export_item_pks(self, request: HttpRequest) -> list[int]:
        """None: what is selected is exported by the action itself."""
        return []

    def init_request_context_data(self, request: HttpRequest, form: Any) -> dict[str, Any]:
        count = self.get_export_queryset(request).count()
        context = super().init_request_context_data(request, form)
        return context | {"count": plural(self.model, count), "too_many": count > MOST_EXPORTED, "most": f"{MOST_EXPORTED:,}"}
