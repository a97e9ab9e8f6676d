from django.urls import path

from . import addresses, feeds  # noqa: F401 - addresses registers <name:…>
from .views import catalogue, home, inbox, preview, questions, resources, role, search, styleguide, topics

# A role's other pages (the feed, and those of practice/urls.py) stand above role_topic, which takes every other word.
urlpatterns = [
    path("", home.home, name="home"),
    path("feed/", feeds.newest, name="feed"),
    path("about/", home.about, name="about"),
    path("search/", search.results, name="search"),
    path("search/suggest/", search.suggest, name="search_suggest"),
    path("fields/<name:slug>/", catalogue.field, name="field"),
    path("groups/<name:slug>/", catalogue.group, name="group"),
    path("roles/", catalogue.roles, name="roles"),
    path("roles/<name:slug>/", role.role, name="role"),
    path("roles/<name:slug>/feed/", feeds.role, name="role_feed"),
    path("roles/<name:slug>/<name:topic_slug>/", role.role_topic, name="role_topic"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<name:slug>/", topics.topic, name="topic"),
    path("topics/<name:slug>/feed/", feeds.topic, name="topic_feed"),
    path("questions/<int:pk>/", questions.question, name="question"),
    path("resources/", resources.resources, name="resources"),
    path("report/", inbox.report, name="report"),
    path("report/thanks/", inbox.thanks, name="report_thanks"),
    path("suggest/", inbox.suggest, name="suggest"),
    path("preview/<str:token>/", preview.preview, name="preview"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
]
