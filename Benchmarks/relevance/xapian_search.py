"""Searches with Xapian: a task as JSON on standard input, rankings as JSON on standard output.

Apart from engines.py because Debian's Xapian module serves Debian's Python only.
"""

import json
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
    flags = xapian.QueryParser.FLAG_SPELLING_CORRECTION if SPELLING else 0
    rankings = []
    for text in task["queries"]:
        query = parser.parse_query(text.lower(), flags)
        corrected = parser.get_corrected_query_string().decode("utf-8") if SPELLING else ""
        if corrected:
            query = parser.parse_query(corrected, 0)
        enquire = xapian.Enquire(database)
        enquire.set_query(query)
        rankings.append([match.document.get_data().decode("utf-8") for match in enquire.get_mset(0, task["depth"])])
    json.dump({"version": xapian.version_string(), "rankings": rankings}, sys.stdout)


main()
