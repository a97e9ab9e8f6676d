from django.contrib.admin.apps import AdminConfig


class BankAdminConfig(AdminConfig):
    default_site = "prepsite.admin.BankSite"

    def ready(self) -> None:
        super().ready()
        from . import checks  # noqa: F401 - registers them; the registry is there only now
