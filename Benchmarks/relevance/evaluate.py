#!/usr/bin/env python3
"""Compares search engines by the relevance of what they rank first.

    evaluate.py --docs DOCUMENTS.jsonl --questions QUERIES.jsonl [QUERIES.jsonl ...]
    evaluate.py --kb KNOWLEDGE_BASE --questions domande.tsv

Documents: {"id", "title", "text"}, JSON Lines. Queries: {"query", "relevant":
[ids]}, JSON Lines, or lines `query<TAB>ids separated by spaces`, or lines as
`praticario evaluate` reads them, of which grades 2 and 3 count.

Every engine ranks the same documents for the same queries; of the sheets of a
knowledge base, praticario reads what they mean, the others read the files as
text. Prints a Markdown
table for each file of queries: MRR@10 with the half-width of its 95 %
confidence interval (bootstrap over queries), nDCG@10, recall@10 (relevance is
yes or no), how many of the first ten nobody gave a grade (where there are
grades), the number of queries without any hit, and the seconds that indexing
and searching took (a program started for each query pays for that).
"""

import argparse
import csv
import io
import json
import math
import pathlib
import random
import re
import sys
import tempfile
import time

import make_kb
from engines import ENGINES, Missing, Praticario, output

DEPTH = 10


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=pathlib.Path)
    parser.add_argument("--kb", type=pathlib.Path, help="a knowledge base, instead of --docs")
    parser.add_argument("--questions", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument(
        "--title-weight",
        type=int,
        default=3,
        help="how many times a word of the title counts, in every engine but praticario, which has its own (3)",
    )
    parser.add_argument("--binary", default=str(pathlib.Path(__file__).resolve().parents[2] / ".build/release/praticario"))
    parser.add_argument("--runs", type=pathlib.Path, help="folder for the rankings, one TREC run file for each table row")
    parser.add_argument("--failures", action="store_true", help="show the queries with no relevant document in the first ten")
    arguments = parser.parse_args()
    if (arguments.docs is None) == (arguments.kb is None):
        parser.error("give either --docs or --kb")

    documents = read_documents(arguments.docs) if arguments.docs else read_sheets(arguments.kb, arguments.binary)
    known = {document["id"] for document in documents}
    for path in arguments.questions:
        queries = read_queries(path)
        unknown = {id for query in queries for id in query["relevant"]} - known
        if unknown:
            raise SystemExit(f"{path}: no such document: {' '.join(sorted(unknown))}")
        print(f"\n{path}: {len(queries)} queries, {len(documents)} documents")
        print("\n| engine | MRR@10 | nDCG@10 | recall@10 | no grade@10 | no hit | s |\n|---|---|---|---|---|---|---|", flush=True)
        for name in arguments.engines:
            with tempfile.TemporaryDirectory() as folder:
                try:
                    engine = made(name, arguments, pathlib.Path(folder))
                    start = time.monotonic()
                    rankings = engine.search(documents, [query["query"] for query in queries], DEPTH)
                    seconds = time.monotonic() - start
                except Missing as missing:
                    print(f"| {name} | not available: {missing} | | | | | |", flush=True)
                    continue
            print(row(f"{name} ({engine.version})", rankings, queries, seconds), flush=True)
            if arguments.runs:
                write_run(arguments.runs / f"{path.stem}.{name}.run", name, rankings, queries)
            if arguments.failures:
                show_failures(rankings, queries)


def made(name, arguments, folder):
    if name != "praticario":
        return ENGINES[name](folder, arguments.title_weight)
    kb = arguments.kb
    if kb is None:
        kb = folder / "kb"
        make_kb.make(arguments.docs, kb, pathlib.Path(__file__).resolve().parents[2] / "corpus/vocabolari")
    return Praticario(kb, arguments.binary)


def read_documents(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_sheets(kb, binary):
    """The sheets of files as their text, those of rows of tables as the cells of the row."""
    documents = []
    for path in sorted(kb.glob("schede/**/*.md")):
        text = path.read_text(encoding="utf-8")
        title = re.search(r"^titolo: *(.*)$", text, re.MULTILINE)
        own_id = re.search(r"^id: *(\S+)$", text, re.MULTILINE)
        documents.append({
            "id": own_id[1] if own_id else path.stem,
            "title": title[1].strip('"') if title else "",
            "text": text,
        })
    tables = {}
    command = [binary, "search", "--kb", str(kb), "--format", "json", "--limit", "100000", "--", ""]
    for hit in json.loads(output(command))["hits"]:
        if hit.get("row") is None:
            continue
        rows = tables.setdefault(hit["path"], None) or read_table(kb / hit["path"])
        tables[hit["path"]] = rows
        documents.append({"id": hit["id"], "title": hit["title"], "text": "\n".join(rows[hit["row"] - 1])})
    return documents


def read_table(path):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("windows-1252")
    delimiter = max(";,\t", key=text.split("\n", 1)[0].count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def read_queries(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in lines]
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    rows = [plain(row) if len(row) == 2 else graded(row) for row in rows if len(row) == 2 or row[2]]
    return [{"id": f"q{number:03}"} | row for number, row in enumerate(rows, 1)]


def plain(row):
    return {"query": row[0], "relevant": row[1].split()}


def graded(row):
    """Class, query and `id=grade`: where no sheet is better than touched by it, those are what can be found."""
    grades = dict(item.split("=") for item in row[2].split())
    good = [id for id, grade in grades.items() if int(grade) >= 2]
    return {"query": row[1], "relevant": good or list(grades), "graded": set(grades)}


# Measures


def reciprocal_rank(ranking, relevant):
    """
    >>> reciprocal_rank(["x", "a"], ["a", "b"])
    0.5
    """
    return next((1 / rank for rank, document in enumerate(ranking, 1) if document in relevant), 0.0)


def ndcg(ranking, relevant):
    """
    >>> round(ndcg(["x", "a"], ["a"]), 4)
    0.6309
    >>> ndcg(["b", "a"], ["a", "b"])
    1.0
    """
    gain = sum(1 / math.log2(rank + 1) for rank, document in enumerate(ranking, 1) if document in relevant)
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(len(relevant), DEPTH) + 1))
    return gain / best


def recall(ranking, relevant):
    """
    >>> recall(["x", "a"], ["a", "b"])
    0.5
    """
    return len(set(ranking) & set(relevant)) / len(relevant)


def half_width(values, resamples=1000):
    """Half of the 95 % confidence interval of the mean."""
    chance = random.Random(1)
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(resamples))
    return (means[int(resamples * 0.975)] - means[int(resamples * 0.025)]) / 2


def row(label, rankings, queries, seconds):
    pairs = [(ranking, query["relevant"]) for ranking, query in zip(rankings, queries, strict=True)]
    ranks = [reciprocal_rank(*pair) for pair in pairs]
    means = [sum(ranks) / len(ranks)]
    means += [sum(measure(*pair) for pair in pairs) / len(pairs) for measure in (ndcg, recall)]
    empty = sum(not ranking for ranking in rankings)
    judged = [(ranking, query["graded"]) for ranking, query in zip(rankings, queries, strict=True) if "graded" in query]
    ungraded = sum(len(set(ranking) - graded) for ranking, graded in judged) / len(judged) if judged else None
    return (
        f"| {label} | {means[0]:.3f} ± {half_width(ranks):.3f} | {means[1]:.3f} | {means[2]:.3f} "
        f"| {'' if ungraded is None else f'{ungraded:.1f}'} | {empty} | {seconds:.1f} |"
    )


def write_run(path, name, rankings, queries):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for ranking, query in zip(rankings, queries, strict=True):
            for rank, document in enumerate(ranking, 1):
                print(query["id"], "Q0", document, rank, DEPTH + 1 - rank, name, file=file)


def show_failures(rankings, queries):
    for ranking, query in zip(rankings, queries, strict=True):
        if not set(ranking) & set(query["relevant"]):
            print(f"  {query['query']}\n    wanted {' '.join(query['relevant'])}; got {' '.join(ranking[:5])}")


if __name__ == "__main__":
    sys.exit(main())
