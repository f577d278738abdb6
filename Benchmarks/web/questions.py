"""What is asked: of words, themes and both, as they stand in the sheets, so that every question has an answer."""

import json
import random
import urllib.parse


def questions(base, count=200):
    """Pairs of words and theme; the same for the same sheets."""
    with (base / "documents.jsonl").open(encoding="utf-8") as lines:
        sheets = [json.loads(line) for line in lines]
    draw = random.Random(1)
    asked = []
    for number in range(count):
        sheet = draw.choice(sheets)
        words = [word.strip(".") for word in sheet["text"].split() if len(word) > 3]
        some = draw.sample(words, (1, 2, 3, 1)[number % 4])
        asked.append((" ".join(some), sheet["theme"] if number % 4 == 3 else None))
    return asked


def ours(asked, path):
    return [path + "?" + query(q=words, tema=theme) for words, theme in asked]


def datasettes(asked, path, facets):
    return [
        path + "?" + query(_search=words, theme=theme, _size=20) + "".join(f"&_facet={facet}" for facet in facets)
        for words, theme in asked
    ]


def query(**fields):
    return urllib.parse.urlencode({name: value for name, value in fields.items() if value is not None})
