"""The engines that evaluate.py compares.

An engine is made with (folder for its files, weight of titles); `search(documents, queries, depth)` returns for each
query the ids it ranks, best first; `version` says what ran. A document is searched as one text, its title as many times
as its weight. A query is its words, any of which may match (OR).
"""

import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


class Missing(Exception):
    """The engine is not installed."""


def words(text):
    return re.findall(r"\w+", text.lower())


class Engine:
    version = ""

    def __init__(self, folder, title_weight):
        self.folder = folder
        self.title_weight = title_weight

    def text(self, document):
        return "\n".join([document["title"]] * self.title_weight + [document["text"]])


class FTS5(Engine):
    """SQLite's full-text index, with its own bm25()."""

    tokenizer = "unicode61"

    def search(self, documents, queries, depth):
        self.version = f"SQLite {sqlite3.sqlite_version}"
        database = sqlite3.connect(":memory:")
        database.execute(f"CREATE VIRTUAL TABLE sheets USING fts5(id UNINDEXED, text, tokenize = '{self.tokenizer}')")
        database.executemany("INSERT INTO sheets VALUES (?, ?)", ((d["id"], self.text(d)) for d in documents))
        select = "SELECT id FROM sheets WHERE sheets MATCH ? ORDER BY rank, rowid LIMIT ?"
        rankings = []
        for query in queries:
            match = " OR ".join(f'"{word}"' for word in words(query))
            rankings.append([id for (id,) in database.execute(select, (match, depth))] if match else [])
        return rankings


class FTS5Porter(FTS5):
    tokenizer = "porter unicode61"


class Tantivy(Engine):
    """With tantivy's Italian stop words and stemmer."""

    def search(self, documents, queries, depth):
        try:
            import tantivy
        except ImportError:
            raise Missing("pip install -r requirements.txt") from None
        self.version = tantivy.__version__.split(",")[0]
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        for step in (tantivy.Filter.lowercase(), tantivy.Filter.stopword("italian"), tantivy.Filter.stemmer("italian")):
            analyzer = analyzer.filter(step)
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        schema.add_text_field("text", tokenizer_name="italian")
        index = tantivy.Index(schema.build())
        index.register_tokenizer("italian", analyzer.build())
        writer = index.writer(num_threads=1)
        for document in documents:
            writer.add_document(tantivy.Document(id=document["id"], text=self.text(document)))
        writer.commit()
        index.reload()
        searcher = index.searcher()
        rankings = []
        for query in queries:
            parsed = index.parse_query(" ".join(words(query)), ["text"])
            hits = searcher.search(parsed, depth).hits
            rankings.append([searcher.doc(address)["id"][0] for _, address in hits])
        return rankings


class Xapian(Engine):
    """With Xapian's Italian stemmer and its BM25."""

    options = ()

    def search(self, documents, queries, depth):
        python = next((path for path in ("/usr/bin/python3", "python3") if has_xapian(path)), None)
        if python is None:
            raise Missing("apt install python3-xapian")
        task = {
            "documents": [{"id": d["id"], "text": self.text(d)} for d in documents],
            "queries": queries,
            "depth": depth,
            "folder": str(self.folder / "xapian"),
        }
        command = [python, str(HERE / "xapian_search.py"), *self.options]
        answer = json.loads(output(command, input=json.dumps(task)))
        self.version = f"Xapian {answer['version']}"
        return answer["rankings"]


class XapianSpelling(Xapian):
    """A word whose stem is in no document is replaced by Xapian's suggestion."""

    options = ("--spelling",)


def has_xapian(python):
    return shutil.which(python) and subprocess.run([python, "-c", "import xapian"], capture_output=True).returncode == 0


class PostgreSQL(Engine):
    """Text search configuration `italian`, ts_rank with the length normalization that served it best on SQuAD-it (1)."""

    def search(self, documents, queries, depth):
        programs = next(iter(sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
        if programs is None:
            raise Missing("apt install postgresql")
        # A server does not run as root.
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        self.programs = programs
        data = self.folder / "postgres"
        data.mkdir()
        if self.user:
            self.folder.chmod(0o711)
            shutil.chown(data, "postgres")
        self.run("initdb", "-D", data, "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        settings = f"-k {data} -c listen_addresses='' -c fsync=off -c jit=off"
        self.run("pg_ctl", "-D", data, "-o", settings, "-l", data / "log", "-w", "start")
        try:
            return self.rankings(data, documents, queries, depth)
        finally:
            self.run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")

    def run(self, program, *options, **more):
        command = [*self.user, str(self.programs / program), *map(str, options)]
        return output(command, cwd="/", **more)

    def rankings(self, data, documents, queries, depth):
        def escaped(text):
            return re.sub(r"[\\\t\n\r]", " ", text)

        script = ["CREATE TABLE sheets (id text, text text);", "COPY sheets FROM STDIN;"]
        script += [f"{d['id']}\t{escaped(self.text(d))}" for d in documents] + ["\\."]
        script += ["CREATE TABLE queries (number int, query text);", "COPY queries FROM STDIN;"]
        script += [f"{number}\t{escaped(query)}" for number, query in enumerate(queries)] + ["\\."]
        script += [
            "ALTER TABLE sheets ADD terms tsvector; UPDATE sheets SET terms = to_tsvector('italian', text);",
            "CREATE INDEX ON sheets USING gin (terms); ANALYZE;",
            "SELECT 'version', current_setting('server_version');",
            f"""SELECT number, id FROM queries,
                replace(plainto_tsquery('italian', query)::text, ' & ', ' | ') AS terms_or,
                LATERAL (SELECT id, ts_rank(terms, terms_or::tsquery, 1) AS score FROM sheets
                         WHERE terms @@ terms_or::tsquery ORDER BY score DESC, id LIMIT {depth}) AS hits
                ORDER BY number, score DESC, id;""",
        ]
        options = ["-h", data, "-d", "postgres", "-qAt", "-F", "\t", "-v", "ON_ERROR_STOP=1"]
        if self.user:
            options += ["-U", "postgres"]
        rankings = [[] for _ in queries]
        for line in self.run("psql", *options, input="\n".join(script) + "\n").splitlines():
            key, value = line.split("\t")
            if key == "version":
                self.version = f"PostgreSQL {value.split()[0]}"
            else:
                rankings[int(key)].append(value)
        return rankings


class Lucene(Engine):
    """ItalianAnalyzer (elision, stop words, light stemmer) and BM25."""

    def search(self, documents, queries, depth):
        jars = sorted(pathlib.Path("/usr/share/java").glob("lucene-core-[0-9]*.jar"))
        if not jars or not shutil.which("javac"):
            raise Missing("apt install liblucene8-java default-jdk-headless")
        version = jars[-1].stem.removeprefix("lucene-core-")
        path = [jars[-1], jars[-1].with_name(f"lucene-analyzers-common-{version}.jar"), self.folder]
        path = ":".join(map(str, path))
        self.version = f"Lucene {version}"
        output(["javac", "-cp", path, "-d", str(self.folder), str(HERE / "LuceneSearch.java")])

        def line(text):
            return " ".join(text.split()) + "\n"

        documents_file = self.folder / "documents.tsv"
        documents_file.write_text("".join(d["id"] + "\t" + line(self.text(d)) for d in documents), encoding="utf-8")
        command = ["java", "-Dfile.encoding=UTF-8", "-cp", path, "LuceneSearch", str(documents_file), str(depth)]
        answers = output(command, input="".join(map(line, queries)))
        return [answer.split() for answer in answers.splitlines()]


class Praticario:
    """The program, called once for each query."""

    version = ""

    def __init__(self, kb, binary):
        if not shutil.which(binary):
            raise Missing(f"no program {binary}")
        self.kb = kb
        self.binary = binary

    def search(self, documents, queries, depth):
        self.version = output([self.binary, "--version"]).strip()
        output([self.binary, "index", "--kb", str(self.kb)])
        return [self.ids(query, depth) for query in queries]

    def ids(self, query, depth):
        command = [self.binary, "search", "--kb", str(self.kb), "--format", "json", "--limit", str(depth), "--", query]
        return [hit["id"] for hit in json.loads(output(command))["hits"]]


def output(command, **more):
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **more)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr or done.stdout}")
    return done.stdout


ENGINES = {
    "fts5": FTS5,
    "fts5-porter": FTS5Porter,
    "postgresql": PostgreSQL,
    "lucene": Lucene,
    "tantivy": Tantivy,
    "xapian": Xapian,
    "xapian-spelling": XapianSpelling,
    "praticario": Praticario,
}
