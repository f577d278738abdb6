#!/usr/bin/env python3
"""Makes LexiconTable.swift from famiglie.txt.

famiglie.txt: UTF-8, one word family a line, lower-case forms separated by
spaces; `#` begins a comment. The first form is the head: its spelling without
accents is the term of the whole family. A form belongs to one family only.

The table has one line `form term` (one space between) for each form and, for
an accented form, one more for its spelling without accents, unless another
family has that spelling as a form or it is a word of its own (OTHER_WORDS).
Lines are sorted by the UTF-8 bytes of the form.

A second table has, for each term with forms that begin otherwise than it does,
the first two letters of those.

    make_lexicon.py            writes the table
    make_lexicon.py --check    exits 1 if the table is not what would be written
"""

import argparse
import hashlib
import pathlib
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "Sources/ItalianText/Lexicon/famiglie.txt"
TABLE = ROOT / "Sources/ItalianText/Lexicon/LexiconTable.swift"

ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyzàèéìòù")

# Spellings without accents that are other words: `terra` is not a slip for `terrà`.
OTHER_WORDS = frozenset(
    """
    casino entro falli faro genero leggera meta mori papa parti pero sara terra
    uni
    """.split()
)

HEADER = '''\
// Made by Scripts/lexicon/make_lexicon.py from famiglie.txt; do not edit.
// swift-format-ignore-file

/// The word families of `famiglie.txt`, ready to be searched by bisection.
enum LexiconTable {
    /// Lines `form term\\n`, one space between, sorted by the UTF-8 bytes of the form.
    ///
    /// A form is spelled in lower case with its accents (NFC), and once more without
    /// them where that is no other word; a term has no accents.
    static let lines: StaticString = """
'''
FOOTER = '''\

    """

    /// Lines `term beginnings\\n`, sorted: of the terms with forms that begin otherwise than they, the first two letters
    /// of those forms, all together: `dare dedi` for diede and desse. Forms with an accent there are not counted.
    static let beginnings: StaticString = """
{beginnings}
    """

    /// SHA-256 of the lines, its first half: another table makes other terms.
    static let digest = "{digest}"
}}
'''
INDENT = " " * 4


def without_accents(word):
    """The word with its accents taken off."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(c for c in parts if not unicodedata.combining(c))


class Families:
    """The families of one source text, and what is wrong with it."""

    def __init__(self, text, name):
        self.term_of_form = {}
        self.errors = []
        self.count = 0
        line_of_form = {}
        line_of_term = {}
        for number, line in enumerate(text.split("\n"), start=1):
            content = line.split("#", 1)[0]
            forms = []
            column = 1
            for piece in content.split(" "):
                if piece:
                    forms.append((piece, column))
                column += len(piece) + 1
            if not forms:
                continue
            self.count += 1
            place = f"{name}:{number}"
            term = without_accents(forms[0][0])
            if term in line_of_term:
                self.errors.append(
                    f'{place}:{forms[0][1]}: error: the term "{term}" is already'
                    f" that of line {line_of_term[term]}"
                )
            line_of_term.setdefault(term, number)
            for form, column in forms:
                bad = next((c for c in form if c not in ALPHABET), None)
                if bad is not None:
                    self.errors.append(
                        f"{place}:{column + form.index(bad)}: error: bad character"
                        f' {bad!r} (U+{ord(bad):04X}) in "{form}"'
                    )
                elif form in line_of_form:
                    self.errors.append(
                        f'{place}:{column}: error: the form "{form}" is already in'
                        f' the family "{self.term_of_form[form]}" of line'
                        f" {line_of_form[form]}"
                    )
                else:
                    line_of_form[form] = number
                    self.term_of_form[form] = term

    def table(self):
        """Every key of the table with its term, in the order of the table."""
        keys = dict(self.term_of_form)
        plain = {}
        for form, term in self.term_of_form.items():
            bare = without_accents(form)
            if bare != form and bare not in keys and bare not in OTHER_WORDS:
                plain.setdefault(bare, set()).add(term)
        for bare, terms in plain.items():
            if len(terms) == 1:  # two families: nobody knows which is meant
                keys[bare] = next(iter(terms))
        return sorted(keys.items(), key=lambda item: item[0].encode("utf-8"))


def beginnings(table):
    """By term the beginnings of its forms that are not its own."""
    found = {}
    for form, term in table:
        letters = form[:2]
        if letters.isascii() and len(letters) == 2 and letters != term[:2]:
            found.setdefault(term, set()).add(letters)
    return sorted((term, "".join(sorted(letters))) for term, letters in found.items())


def swift(families):
    """The text of LexiconTable.swift."""
    table = families.table()
    lines = "".join(f"{INDENT}{form} {term}\n" for form, term in table)
    digest = hashlib.sha256(lines.encode("utf-8")).hexdigest()[:32]
    others = "\n".join(f"{INDENT}{term} {letters}" for term, letters in beginnings(table))
    return HEADER + lines + FOOTER.format(beginnings=others, digest=digest)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="only tell whether the table is up to date"
    )
    check = parser.parse_args().check

    name = SOURCE.relative_to(ROOT)
    try:
        text = SOURCE.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        print(f"{name}: error: not UTF-8 at byte {error.start}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{name}: error: {error.strerror}", file=sys.stderr)
        return 1

    families = Families(text, name)
    if families.errors:
        print("\n".join(families.errors), file=sys.stderr)
        return 1

    made = swift(families).encode("utf-8")
    if check:
        if not TABLE.exists() or TABLE.read_bytes() != made:
            print(
                f"{TABLE.relative_to(ROOT)}: error: stale;"
                " run Scripts/lexicon/make_lexicon.py",
                file=sys.stderr,
            )
            return 1
        return 0
    TABLE.write_bytes(made)
    print(f"{families.count} families, {len(families.table())} keys")
    return 0


if __name__ == "__main__":
    sys.exit(main())
