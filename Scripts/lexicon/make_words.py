#!/usr/bin/env python3
"""Makes CommonWordsTable.swift: the words of Italian that are never taken for misspelled ones.

    pip install wordfreq==3.1.1
    make_words.py

Source: the large Italian list of wordfreq 3.1.1 (Robyn Speer, https://github.com/rspeer/wordfreq), whose data are under
CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/); they derive from Wikipedia, OpenSubtitles, ParaCrawl,
the Leeds Internet Corpus, Google Books Ngrams (http://books.google.com/ngrams) and others that wordfreq names. The table
is under the same licence.

Kept are words of letters, four to twenty-four of them, that occur at least once in a million words (Zipf 3): of the slips
of one letter that `Benchmarks/relevance/prepare.py` makes of the keywords of SQuAD-it, 3 in 1,000 are such a word; at
2.5 it would be 12. Accents are taken off. reti.txt adds names of networks and bodies of the third sector.
"""

import gzip
import importlib.util
import pathlib
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "Sources/ItalianText/Lexicon/CommonWordsTable.swift"
NAMES = pathlib.Path(__file__).with_name("reti.txt")

# Once in a million words, in the list's hundredths of a bel.
LEAST = 600

HEADER = """\
// Made by Scripts/lexicon/make_words.py from the Italian list of wordfreq 3.1.1; do not edit. Licence: CC BY-SA 4.0.
// swift-format-ignore-file

/// Common words of Italian, and names of networks.
enum CommonWordsTable {
    /// A word a line, lower case, without accents, sorted by bytes.
    static let lines: StaticString = \"\"\"
"""
FOOTER = """\

    \"\"\"
}
"""


def base(word):
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in parts if not unicodedata.combining(c))


def frequent():
    import msgpack

    package = pathlib.Path(importlib.util.find_spec("wordfreq").origin).parent
    with gzip.open(package / "data/large_it.msgpack.gz") as file:
        head, *bins = msgpack.load(file, raw=False)
    if head["format"] != "cB":
        raise SystemExit("another format of wordfreq")
    return {base(word) for words in bins[:LEAST + 1] for word in words}


def named():
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return {base(word) for line in lines for word in line.split("#")[0].split()}


def main():
    words = {word for word in frequent() | named() if 4 <= len(word) <= 24 and word.isascii() and word.isalpha()}
    lines = "".join(f"    {word}\n" for word in sorted(words))
    TABLE.write_text(HEADER + lines + FOOTER, encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
