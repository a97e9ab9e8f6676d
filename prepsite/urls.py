from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    *i18n_patterns(
        # Before the catalogue, whose last word of /roles/<role>/<topic>/ takes whatever is left.
        path("", include("questions.practice.urls")),
        path("", include("questions.browse.urls")),
        prefix_default_language=False,
    ),
]

handler404 = "questions.browse.errors.not_found"
handler500 = "questions.browse.errors.server_error"
