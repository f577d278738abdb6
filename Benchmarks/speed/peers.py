#!/usr/bin/env python3
"""tantivy on the same documents and questions, without and with facets, and the start of the program.

    peers.py KNOWLEDGE_BASE PROGRAM

KNOWLEDGE_BASE is what `speed generate` made. Prints Markdown: median of 31
runs, milliseconds of processor time for tantivy, of wall time for the program.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import time

import tantivy

# Counted by tantivy's own aggregations, with all values as ours are: there are 7,896 comuni.
FACETS = ["theme", "territory", "kind"]
AGGREGATIONS = {name: {"terms": {"field": name, "size": 10000}} for name in FACETS}

QUESTIONS = {
    "anziani": "anziani",
    "anziani quartiere": "anziani quartiere",
    "natural question": "come aiutare gli anziani soli del quartiere a partecipare alla vita della comunità",
    "phrase": '"orto sociale"',
}


def main():
    base, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    print("| what | ms |\n|---|---|")
    for name, plain, counted in tantivy_search(base / "documents.jsonl"):
        print(f"| tantivy, {name}, 20 hits, no facets | {plain:.2f} |")
        print(f"| tantivy, {name}, 20 hits, {len(FACETS)} facets over all matches | {counted:.2f} |")
    print(f"| cold `praticario search anziani soli` on the shipped corpus | {start(program, 'corpus'):.1f} |")
    print(f"| cold `praticario --help` | {start(program, None):.1f} |")


def tantivy_search(documents):
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False, tokenizer_name="italian")
    builder.add_text_field("id", stored=True)
    for facet in FACETS:
        builder.add_text_field(facet, fast=True, tokenizer_name="raw")
    analyzer = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stopword("italian"))
        .filter(tantivy.Filter.stemmer("italian"))
        .build()
    )
    index = tantivy.Index(builder.build())
    index.register_tokenizer("italian", analyzer)
    writer = index.writer(256 << 20, 1)
    with documents.open(encoding="utf-8") as lines:
        for line in lines:
            sheet = json.loads(line)
            facets = {name: sheet[name] for name in FACETS}
            writer.add_document(tantivy.Document(id=sheet["id"], text=f"{sheet['title']} {sheet['text']}", **facets))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    for name, question in QUESTIONS.items():
        query = index.parse_query(question, ["text"])

        def hits():
            for _, address in searcher.search(query, 20).hits:
                searcher.doc(address)

        def hits_and_facets():
            hits()
            searcher.aggregate(query, AGGREGATIONS)

        yield name, median(hits) * 1e3, median(hits_and_facets) * 1e3


def median(work):
    times = []
    for _ in range(34):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times[3:])


def start(program, base):
    command = [program, "search", "anziani", "soli", "--kb", base] if base else [program, "--help"]
    times = []
    for _ in range(34):
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times[3:]) * 1e3


if __name__ == "__main__":
    main()
