"""Rows as lists show them, by their keys."""

from questions.models import Question, Role, Topic
from questions.models.listed import listed
from questions.models.prepared import Prepared

ROLES = Prepared(lambda keys: Role.objects.select_related("group").with_question_count().filter(pk__in=listed(keys)), keys=list)
TOPICS = Prepared(lambda keys: Topic.objects.with_question_count().filter(pk__in=listed(keys)), keys=list)
QUESTIONS = Prepared(lambda keys: Question.objects.with_topic_names().filter(pk__in=listed(keys)), keys=list)
