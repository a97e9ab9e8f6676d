"""The site's addresses, and one that does nothing: what the machine and the middleware cost by themselves."""

from django.http import HttpResponse
from django.urls import path

from prepsite import urls

handler404, handler500 = urls.handler404, urls.handler500
urlpatterns = [path("empty/", lambda request: HttpResponse()), *urls.urlpatterns]
