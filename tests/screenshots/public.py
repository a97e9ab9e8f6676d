"""The pictures of what visitors see."""

WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 720}
ROLE = "/roles/community-outreach-librarian/"
# Name of the picture: address, screen, scheme, what to open first.
PICTURES = {
    "home-wide-light": ("/", WIDE, "light", ""),
    "home-phone-dark": ("/", PHONE, "dark", ""),
    "role-wide-light": (ROLE, WIDE, "light", ""),
    "role-phone-dark": (ROLE, PHONE, "dark", "details.question >> nth=1"),
    "question-wide-dark": ("/questions/1/", WIDE, "dark", ""),
    "topic-wide-light": ("/topics/community-engagement/", WIDE, "light", ""),
    "roles-phone-light": ("/roles/", PHONE, "light", ""),
    "search-wide-light": ("/search/?q=bookmobile", WIDE, "light", ""),
    "spanish-phone-light": (f"/es{ROLE}", PHONE, "light", ""),
    "sheet-wide-light": (f"{ROLE}sheet/", WIDE, "light", ""),
    "mock-phone-light": (f"{ROLE}mock/?n=6&seed=library", PHONE, "light", ""),
    "interviewer-wide-light": (f"{ROLE}interviewer/?n=6&seed=library", WIDE, "light", ""),
    "take-away-wide-dark": (f"{ROLE}take-away/", WIDE, "dark", ""),
    "ask-phone-dark": (f"{ROLE}ask/", PHONE, "dark", ""),
    "star-phone-light": ("/star/", PHONE, "light", ""),
    "compare-wide-light": (f"{ROLE}vs/", WIDE, "light", ""),
    "report-phone-light": ("/report/?question=1", PHONE, "light", ""),
    "suggest-wide-dark": ("/suggest/?role=community-outreach-librarian", WIDE, "dark", ""),
    "thanks-phone-dark": ("/report/thanks/", PHONE, "dark", ""),
    "mock-one-wide-dark": (f"{ROLE}mock/?n=6&seed=library&view=one&at=2", WIDE, "dark", ""),
    "role-topic-wide-light": (f"{ROLE}program-planning/", WIDE, "light", ""),
    "field-wide-light": ("/fields/library-and-information-science/", WIDE, "light", ""),
    "group-phone-dark": ("/groups/librarianship/", PHONE, "dark", ""),
    "topics-phone-light": ("/topics/", PHONE, "light", ""),
    "resources-wide-dark": ("/resources/", WIDE, "dark", ""),
    "about-phone-light": ("/about/", PHONE, "light", ""),
    "missing-phone-light": ("/nothing/", PHONE, "light", ""),
}
