from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

from prepsite.security_txt import security_txt
from questions.browse import sitemaps

# /healthz, /readyz and /metrics are answered before any address is looked up: prepsite/operation/probes.py.
urlpatterns = [
    path("robots.txt", sitemaps.robots),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>-<int:number>.xml", sitemaps.part, name="sitemap_part"),
    # Browsers and feed readers ask for it here, whatever a page says.
    path("favicon.ico", RedirectView.as_view(url=lazy(static, str)("favicon.ico"))),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("accounts/", include("accounts.urls")),
        # Before the catalogue, whose last word of /roles/<role>/<topic>/ takes whatever is left.
        path("", include("questions.practice.urls")),
        path("", include("questions.browse.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "questions.browse.errors.bad_request"
handler404 = "questions.browse.errors.not_found"
handler500 = "questions.browse.errors.server_error"
