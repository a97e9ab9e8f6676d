"""The bank's tables. Import models from here; each module below holds one part of the bank."""

from .catalogue import Field, Group, Role, RoleTitle
from .imports import GuideImport
from .inbox import Message, Sending
from .question import Benchmark, FollowUp, Question, RoleQuestion
from .resource import LinkTopic, ResourceLink, RoleLink
from .slugs import FormerSlug
from .topic import QuestionTopic, Topic, TopicAlias

__all__ = [
    "Benchmark",
    "Field",
    "FollowUp",
    "FormerSlug",
    "Group",
    "GuideImport",
    "LinkTopic",
    "Message",
    "Question",
    "QuestionTopic",
    "ResourceLink",
    "Role",
    "RoleLink",
    "RoleQuestion",
    "RoleTitle",
    "Sending",
    "Topic",
    "TopicAlias",
]
