from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("questions.browse.urls")),
]

handler404 = "questions.browse.errors.not_found"
handler500 = "questions.browse.errors.server_error"
