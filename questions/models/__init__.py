"""The bank's tables. Import models from here; each module below holds one part of the bank."""

from . import ranges  # noqa: F401 - importing it is what it takes
from .catalogue import Field, Group, Role, RoleTitle
from .editorial import NearDuplicate, Revision
from .imports import GuideImport, GuideUpload
from .inbox import Message, Sending
from .question import Benchmark, FollowUp, Question, RoleQuestion
from .resource import LinkCheck, LinkTopic, ResourceLink, RoleLink
from .slugs import FormerSlug
from .topic import QuestionTopic, Topic, TopicAlias

__all__ = [
    "Benchmark",
    "Field",
    "FollowUp",
    "FormerSlug",
    "Group",
    "GuideImport",
    "GuideUpload",
    "LinkCheck",
    "LinkTopic",
    "Message",
    "NearDuplicate",
    "Question",
    "QuestionTopic",
    "ResourceLink",
    "Revision",
    "Role",
    "RoleLink",
    "RoleQuestion",
    "RoleTitle",
    "Sending",
    "Topic",
    "TopicAlias",
]
