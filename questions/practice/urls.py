from django.urls import URLPattern, path

from questions.browse import addresses  # noqa: F401 - registers <name:…>

from .views import ask, mock, overlap, sheets, star, takeaway

# The third word of /roles/<role>/<word>/ is reserved for these pages: models/topic.py keeps topics from taking it.
urlpatterns: list[URLPattern] = [
    path("roles/<name:slug>/take-away/", takeaway.role_take_away, name="role_take_away"),
    path("roles/<name:slug>/take-away/<slug:format>/", takeaway.role_download, name="role_download"),
    path("roles/<name:slug>/mock/", mock.mock, name="role_mock"),
    path("roles/<name:slug>/interviewer/", mock.interviewer, name="role_interviewer"),
    path("roles/<name:slug>/vs/", overlap.role_compare, name="role_compare"),
    path("roles/<name:slug>/vs/<name:other_slug>/", overlap.role_overlap, name="role_overlap"),
    path("roles/<name:slug>/sheet/", sheets.role_sheet, name="role_sheet"),
    path("topics/<name:slug>/sheet/", sheets.topic_sheet, name="topic_sheet"),
    path("sheet/", sheets.sheet, name="sheet"),
    path("roles/<name:slug>/ask/", ask.ask, name="role_ask"),
    path("star/", star.star, name="star"),
]
