#!/usr/bin/env python3
"""Turns public Italian question sets into documents and queries for evaluate.py.

    prepare.py squad-it SQuAD_it-test.json.gz OUT_DIR [--words /usr/share/dict/italian]
    prepare.py qa4faq QA4FAQ_DIR OUT_DIR

Writes documents.jsonl ({"id", "title", "text"}) and one JSON Lines file for
each kind of query ({"id", "query", "relevant": [document ids]}):

    questions.jsonl   as they stand in the set
and for SQuAD-it, all in lower case and derived from the same questions:
    keywords.jsonl    content words only, at most five
    inflected.jsonl   the keywords, most of them in another number or gender
    typos.jsonl       the keywords, one of them with a slip of one letter

The same seed gives the same files.
"""

import argparse
import gzip
import json
import pathlib
import random
import re
import unicodedata
import xml.etree.ElementTree as ElementTree

MOST_KEYWORDS = 5
SHARE_OF_INFLECTED_WORDS = 0.8

# SQuAD-it writes «l' acqua»; Italians write «l'acqua».
SPACED_ELISION = re.compile(
    r"\b((?:d|n|qu|c|s|m|t|v|gl|l|un|al|dal|dell|nell|sull|coll|all|dall|dov|com|cos|quest|quell|bell|sant"
    r"|anch|nient|tutt|senz|mezz|quant|qual|ciascun|nessun|alcun|buon|grand|pover)')\s+(?=\w)",
    re.IGNORECASE,
)

# Words that ask or join. What people leave out when they type few words.
FUNCTION_WORDS = frozenset(
    """
    a ad agli ai al alla alle allo alcun alcuna alcune alcuni altra altre altri altro anche ancora avere aveva avevano
    avuto c che chi ci cioè circa coi col come con cosa così cui d da dagli dai dal dall dalla dalle dallo dei del dell
    della delle dello deve devono di dopo dove dov due durante e ed era erano essa esse essere essi esso fa fare fatto
    fece fino fra fu furono già gli ha hai hanno ho i il in invece io l la le lei li lo loro lui ma mai me mentre mi
    mia mio molta molte molti molto ne negli nei nel nell nella nelle nello nessun nessuna noi non nostra nostro o od
    ogni oltre oppure per perché perchè però più poi prima può possono potrebbe presso pure qual quale quali qualche
    quando quant quanta quante quanti quanto quel quell quella quelle quelli quello quest questa queste questi questo
    qui s sarebbe sarà se sé secondo sei sempre senza si sia siano solo sono sopra sotto stata state stati stato su
    sua sue sugli sui sul sull sulla sulle sullo suo suoi t ti tra tramite tre troppo tu tutta tutte tutti tutto un
    una uno v venga vengono verrà verso vi via viene volta volte è
    """.split()
)

# Singular and plural, masculine and feminine: what may replace an ending.
ENDINGS = [
    ("chi", ["co"]), ("ghi", ["go"]), ("che", ["ca"]), ("ghe", ["ga"]),
    ("co", ["chi", "ci"]), ("go", ["ghi", "gi"]), ("ca", ["che"]), ("ga", ["ghe"]),
    ("cia", ["ce", "cie"]), ("gia", ["ge", "gie"]), ("ce", ["cia", "ci"]), ("ge", ["gia", "gi"]),
    ("ista", ["isti", "iste"]), ("isti", ["ista"]), ("iste", ["ista"]),
    ("io", ["i"]), ("o", ["i", "a"]), ("a", ["e", "i"]), ("e", ["i", "a"]), ("i", ["o", "e", "io"]),
]  # fmt: skip

NEIGHBOURS = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "l": "kò",
    "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "z": "xs",
}  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collection", choices=["squad-it", "qa4faq"])
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--queries", type=int, default=1300, help="how many questions of SQuAD-it to sample")
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument(
        "--words",
        type=pathlib.Path,
        default=pathlib.Path("/usr/share/dict/italian"),
        help="Italian words, one a line: only forms that exist replace others (Debian: witalian)",
    )
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.collection == "qa4faq":
        documents, questions = read_qa4faq(arguments.source)
        kinds = {"questions": questions}
    else:
        documents, questions = read_squad(arguments.source)
        chance = random.Random(arguments.seed)
        questions = sorted(chance.sample(questions, arguments.queries), key=lambda question: question["id"])
        kinds = {"questions": questions} | derived(questions, documents, arguments.words, chance)
    write(arguments.out / "documents.jsonl", documents)
    for kind, queries in kinds.items():
        write(arguments.out / f"{kind}.jsonl", queries)


def write(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print(f"{path}: {len(rows)}")


# Collections


def read_squad(path):
    """Each distinct paragraph is a document; a question asked of two paragraphs has two answers."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        articles = json.load(file)["data"]
    ids = {}
    documents = []
    relevant = {}
    for article in articles:
        title = " ".join(article["title"].split())
        number = 0
        for paragraph in article["paragraphs"]:
            text = tidied(paragraph["context"])
            if text not in ids:
                number += 1
                ids[text] = f"{slug(title)}-{number:03}"
                documents.append({"id": ids[text], "title": title, "text": text})
            for question in paragraph["qas"]:
                answers = relevant.setdefault(tidied(question["question"]), [])
                if ids[text] not in answers:
                    answers.append(ids[text])
    questions = [
        {"id": f"q{number:05}", "query": query, "relevant": answers}
        for number, (query, answers) in enumerate(relevant.items())
        if len(query.split()) > 1
    ]
    return documents, questions


def read_qa4faq(folder):
    """Real questions of customers of a water utility, judged against its frequently asked questions."""
    documents = []
    for faq in ElementTree.parse(folder / "faqs_uft8_QA.xml").getroot().iter("faq"):
        texts = {part.tag: " ".join((part.text or "").split()) for part in faq}
        text = texts["answer"]
        if texts.get("tag"):
            text += "\n\n" + texts["tag"]
        documents.append({"id": f"faq-{texts['id']}", "title": texts["question"], "text": text})
    known = {document["id"] for document in documents}
    relevant = {}
    for line in (folder / "qa4faq_qrel").read_text(encoding="utf-8").splitlines():
        query, document = line.split()[:2]
        if f"faq-{document}" in known:
            relevant.setdefault(query, []).append(f"faq-{document}")
    questions = []
    for line in (folder / "qa4faq_question").read_text(encoding="utf-8").splitlines():
        query, text = line.split("\t", 1)
        if query in relevant:
            questions.append({"id": f"q{query}", "query": " ".join(text.split()), "relevant": relevant[query]})
    return documents, questions


def tidied(text):
    return SPACED_ELISION.sub(r"\1", " ".join(text.split()))


def slug(text):
    plain = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "documento"


# Queries as people type them


def derived(questions, documents, words_file, chance):
    dictionary = set(words_file.read_text(encoding="utf-8").split())
    known = dictionary | {word.lower() for document in documents for word in words(document["text"])}
    kinds = {"keywords": [], "inflected": [], "typos": []}
    for question in questions:
        kept = keywords(question["query"], chance)
        if not kept:
            continue
        texts = {
            "keywords": " ".join(word.lower() for word in kept),
            "inflected": " ".join(inflected(word, dictionary, chance).lower() for word in kept),
            "typos": " ".join(with_typo(kept, known, chance)).lower(),
        }
        for kind, text in texts.items():
            kinds[kind].append(question | {"query": text})
    return kinds


def words(text):
    return re.findall(r"\w+", text)


def keywords(query, chance):
    """The words that carry meaning, in their order; names and numbers are never left out for brevity."""
    content = [word for word in words(query) if word.lower() not in FUNCTION_WORDS]
    while len(content) > MOST_KEYWORDS:
        plain = [position for position, word in enumerate(content) if word.islower()]
        del content[chance.choice(plain) if plain else -1]
    return content


def inflected(word, dictionary, chance):
    if not word.islower() or len(word) < 4 or chance.random() > SHARE_OF_INFLECTED_WORDS:
        return word
    for ending, others in ENDINGS:
        if word.endswith(ending):
            forms = [word[: -len(ending)] + other for other in others]
            forms = [form for form in forms if form in dictionary]
            if forms:
                return chance.choice(forms)
    return word


def with_typo(kept, known, chance):
    """The words with a slip of one letter in one of them, never one that makes another word."""
    long = [position for position, word in enumerate(kept) if len(word) >= 5 and word.isalpha()]
    chance.shuffle(long)
    for position in long:
        for _ in range(20):
            slip = slipped(kept[position].lower(), chance)
            if slip not in known:
                return [*kept[:position], slip, *kept[position + 1 :]]
    return list(kept)


def slipped(word, chance):
    place = chance.randrange(1, len(word))
    letter = word[place]
    match chance.choice(["drop", "double", "swap", "neighbour"]):
        case "drop":
            return word[:place] + word[place + 1 :]
        case "double":
            return word[:place] + letter + word[place:]
        case "swap" if place + 1 < len(word):
            return word[:place] + word[place + 1] + letter + word[place + 2 :]
        case _:
            return word[:place] + chance.choice(NEIGHBOURS.get(letter, "e")) + word[place + 1 :]


if __name__ == "__main__":
    main()
