#!/usr/bin/env python3
"""Makes a Praticario knowledge base of documents ({"id", "title", "text"}, JSON Lines): one sheet each.

    make_kb.py DOCUMENTS.jsonl OUT_DIR --vocab VOCABULARIES
"""

import argparse
import json
import pathlib
import re
import shutil

SHEET = """\
---
id: {id}
titolo: {title}
tipo: pratica
pubblicazione: pubblicata
temi: [volontariato]
territori: [Italia]
fonti:
  - titolo: {source}
licenza: CC-BY-4.0
permesso:
  da: Raccolta di prova
  data: 2024-01-01
lingua: it
---

## Che cosa si fa

{text}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path, help="must not exist, or be a knowledge base made by this script")
    parser.add_argument(
        "--vocab", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2] / "corpus/vocabolari"
    )
    arguments = parser.parse_args()
    print(f"{arguments.out}: {make(arguments.documents, arguments.out, arguments.vocab)} sheets")


def make(documents, out, vocabularies):
    marker = out / ".made-by-make_kb"
    if out.exists() and not marker.exists():
        raise SystemExit(f"{out}: exists, and make_kb.py did not make it")
    shutil.rmtree(out, ignore_errors=True)
    sheets = out / "schede"
    sheets.mkdir(parents=True)
    marker.touch()
    settings = 'titolo: "Raccolta di prova"\nlicenza: CC-BY-4.0\nlingua: it\nformato: 1\n'
    (out / "praticario.yaml").write_text(settings, encoding="utf-8")
    shutil.copytree(vocabularies, out / "vocabolari")
    count = 0
    with documents.open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", document["id"]):
                raise SystemExit(f"not a slug: {document['id']}")
            text = SHEET.format(
                id=document["id"],
                title=quoted(document["title"]),
                source=quoted("Raccolta di prova"),
                text=plain_markdown(document["text"]),
            )
            (sheets / f"{document['id']}.md").write_text(text, encoding="utf-8")
            count += 1
    return count


def quoted(text):
    """A JSON string is a YAML string in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def plain_markdown(text):
    """The paragraphs of a text, such that Markdown reads every character of them as itself."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    escaped = [re.sub(r"([\\`*_\[\]<>#&|~])", r"\\\1", paragraph) for paragraph in paragraphs if paragraph]
    return "\n\n".join(re.sub(r"^(\d+)([.)])|^([-+])", r"\1\\\2\3", paragraph) for paragraph in escaped)


if __name__ == "__main__":
    main()
