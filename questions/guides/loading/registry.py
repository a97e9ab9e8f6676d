"""Fields, groups, topics and addresses by name, so that loading a guide asks the database nothing twice."""

from questions.models import Field, FormerSlug, Group, Role, Topic, TopicAlias
from questions.models.slugs import SlugRegister, free_slug
from questions.normal import name_key, one_line

from .inserting import insert
from .wanted import Wanted


class Registry:
    """What the bank calls things at this moment. After a rolled-back transaction make a new one: it may know too much."""

    def __init__(self) -> None:
        self.fields = dict(Field.objects.values_list("name_key", "pk"))
        self.groups = {(field, key): pk for field, key, pk in Group.objects.values_list("field", "name_key", "pk")}
        self.topics = dict(Topic.objects.values_list("name_key", "pk"))
        self.topics |= dict(TopicAlias.objects.values_list("name_key", "topic"))
        self.slugs = set(Role.objects.values_list("slug", flat=True))
        self.slugs |= set(FormerSlug.objects.filter(kind=Role.kind()).values_list("slug", flat=True))
        self.new_topics = 0

    def find_group(self, field: str, group: str) -> int | None:
        field_id = self.fields.get(name_key(field))
        return self.groups.get((field_id, name_key(group))) if field_id else None

    def group(self, field: str, group: str) -> int:
        """The id of the group of this name in the field of that name; made if the bank has none."""
        field_key, group_key = name_key(field), name_key(group)
        if field_key not in self.fields:
            slug = free_slug([field], SlugRegister(Field))
            [self.fields[field_key]] = insert(Field, [{"name": one_line(field), "slug": slug}])
        field_id = self.fields[field_key]
        if (field_id, group_key) not in self.groups:
            slug = free_slug([group, field], SlugRegister(Group))
            row = {"name": one_line(group), "slug": slug, "field": field_id}
            [self.groups[field_id, group_key]] = insert(Group, [row])
        return self.groups[field_id, group_key]

    def topic(self, name: str) -> int:
        """The id of the topic of this name or alias; made if the bank has none."""
        key = name_key(name)
        if key not in self.topics:
            self.topics[key] = Topic.objects.create(name=one_line(name)[:100]).pk
            self.new_topics += 1
        return self.topics[key]

    def with_topic_ids(self, wanted: Wanted) -> Wanted:
        """``wanted`` with ids where it names topics; those the bank lacks are made."""
        said, guessed = (
            part | {"topics": sorted({self.topic(name) for name in part["topics"]})} if part.get("topics") else part
            for part in (wanted.said, wanted.guessed)
        )
        section = self.topic(wanted.section) if wanted.section else None
        return Wanted(wanted.key, wanted.label, wanted.digest, said, guessed, section)

    def take_slug(self, wanted: str, names: list[str]) -> str:
        """A free address for a new role: ``wanted`` if it is free, else one made of ``names``; taken from now on."""
        slug = wanted if wanted and wanted not in self.slugs else free_slug(names, self.slugs)
        self.slugs.add(slug)
        return slug


def topic_phrases() -> dict[str, list[str]]:
    """The phrases and aliases that suggest a topic, by its name. Topics without phrases of their own suggest nothing."""
    phrases = {topic.name: topic.phrase_list for topic in Topic.objects.exclude(phrases="")}
    for name, alias in TopicAlias.objects.exclude(topic__phrases="").values_list("topic__name", "name"):
        phrases[name].append(alias)
    return phrases
