"""Searches with Xapian: a task as JSON on standard input, rankings as JSON on standard output.

Apart from engines.py because Debian's Xapian module serves Debian's Python only.
"""

import json
import re
import sys

import xapian

SPELLING = "--spelling" in sys.argv


def main():
    task = json.load(sys.stdin)
    database = xapian.WritableDatabase(task["folder"], xapian.DB_CREATE_OR_OVERWRITE | xapian.DB_NO_SYNC)
    stemmer = xapian.Stem("italian")
    generator = xapian.TermGenerator()
    generator.set_stemmer(stemmer)
    generator.set_database(database)
    if SPELLING:
        generator.set_flags(xapian.TermGenerator.FLAG_SPELLING)
    for row in task["documents"]:
        document = xapian.Document()
        document.set_data(row["id"])
        generator.set_document(document)
        generator.index_text(row["text"])
        database.add_document(document)
    database.commit()

    parser = xapian.QueryParser()
    parser.set_stemmer(stemmer)
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_default_op(xapian.Query.OP_OR)
    parser.set_database(database)
    rankings = []
    for text in task["queries"]:
        text = text.lower()
        if SPELLING:
            text = re.sub(r"\w+", lambda match: spelled(match[0], database, stemmer), text)
        query = parser.parse_query(text, 0)
        enquire = xapian.Enquire(database)
        enquire.set_query(query)
        rankings.append([match.document.get_data().decode("utf-8") for match in enquire.get_mset(0, task["depth"])])
    json.dump({"version": xapian.version_string(), "rankings": rankings}, sys.stdout)


def spelled(word, database, stemmer):
    """The word, or Xapian's suggestion if no document has a word with its stem."""
    known = database.term_exists("Z" + stemmer(word).decode("utf-8"))
    return word if known else database.get_spelling_suggestion(word).decode("utf-8") or word


main()
