from django.urls import URLPattern

# The third word of /roles/<role>/<word>/ is reserved for these pages: models/topic.py keeps topics from taking it.
urlpatterns: list[URLPattern] = []
