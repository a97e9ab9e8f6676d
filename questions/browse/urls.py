from django.urls import path, register_converter

from .addresses import SlugConverter
from .views import catalogue, home, questions, resources, role, search, topics

register_converter(SlugConverter, "name")

# Later pages of a role (sheet, mock, interviewer, ask, vs, feed) go above role_topic, which takes every other word.
urlpatterns = [
    path("", home.home, name="home"),
    path("about/", home.about, name="about"),
    path("search/", search.results, name="search"),
    path("fields/<name:slug>/", catalogue.field, name="field"),
    path("groups/<name:slug>/", catalogue.group, name="group"),
    path("roles/", catalogue.roles, name="roles"),
    path("roles/<name:slug>/", role.role, name="role"),
    path("roles/<name:slug>/<name:topic_slug>/", role.role_topic, name="role_topic"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<name:slug>/", topics.topic, name="topic"),
    path("questions/<int:pk>/", questions.question, name="question"),
    path("resources/", resources.resources, name="resources"),
]
