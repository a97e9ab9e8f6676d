"""lint_content on words, by a real dictionary."""

import builtins

import pytest

from questions.lint.rules import spelling


@pytest.mark.parametrize("word", ["recieve", "colour", "programme", "definately", "cataloguing"])
def test_a_word_in_no_american_dictionary_is_said_once_a_file(folder, word):
    path = folder.write({"Avoid": f"Saying {word} while others listen, and {word} again."})
    [finding] = folder.findings("spelling")
    assert finding.path == path
    assert finding.message.startswith(f"“{word}” is ")


@pytest.mark.parametrize("text", ["the MARC and ILLs of https://qwxyz.org/zzxx", "a patron's café", "the librarians' desk"])
def test_abbreviations_addresses_and_possessives_are_right(folder, text):
    folder.write({"Avoid": f"Talking of {text} all the time."})
    assert folder.findings("spelling") == []


def test_the_folder_s_own_words_are_right_in_singular_and_plural(folder):
    folder.write({"Avoid": "Leaving flannelgraphs and one Flannelgraph on the floor."})
    folder.file("allowed-words.txt", "# of storytime\nflannelgraph  # a board\n")
    assert folder.findings("spelling") == []


def test_without_the_dictionary_it_says_in_a_sentence_what_to_do(folder, monkeypatch):
    def no_dictionary(name, *rest):
        if name.startswith("spellchecker"):
            raise ImportError(name)
        return importing(name, *rest)

    importing = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", no_dictionary)
    spelling._dictionary.cache_clear()
    folder.write()
    with pytest.raises(spelling.NoDictionaryError, match=r"make \.venv/test\.stamp"):
        folder.findings()
