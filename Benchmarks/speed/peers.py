#!/usr/bin/env python3
"""tantivy on the same documents and questions, and the start of the program.

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

QUESTIONS = {
    "anziani": "anziani",
    "anziani quartiere": "anziani quartiere",
    "natural question": "come aiutare gli anziani soli del quartiere a partecipare alla vita della comunità",
    "phrase": '"orto sociale"',
}


def main():
    base, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    print("| what | ms |\n|---|---|")
    for name, milliseconds in tantivy_search(base / "documents.jsonl"):
        print(f"| tantivy, {name}, 20 hits, no facets | {milliseconds:.2f} |")
    print(f"| cold `praticario search anziani soli` on the shipped corpus | {start(program, 'corpus'):.1f} |")
    print(f"| cold `praticario --help` | {start(program, None):.1f} |")


def tantivy_search(documents):
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False, tokenizer_name="italian")
    builder.add_text_field("id", stored=True)
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
            writer.add_document(tantivy.Document(id=sheet["id"], text=f"{sheet['title']} {sheet['text']}"))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    for name, question in QUESTIONS.items():
        query = index.parse_query(question, ["text"])
        times = []
        for _ in range(34):
            begin = time.process_time()
            for _, address in searcher.search(query, 20).hits:
                searcher.doc(address)
            times.append(time.process_time() - begin)
        yield name, statistics.median(times[3:]) * 1e3


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
