#!/usr/bin/env python3
"""Check what `praticario export --format jsonld`, `dcat` and `skos` write. Needs rdflib (PyPI), and no network.

    python3 check_rdf.py praticario.jsonld catalogo.ttl temi.ttl

Prints the number of triples of each file; exit 1 and one line for each thing that does not hold.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS
from rdflib.term import Node

DCATAPIT = Namespace("http://dati.gov.it/onto/dcatapit#")
SCHEMA = Namespace("https://schema.org/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
FORMATS = {".jsonld": "json-ld", ".ttl": "turtle"}
# Relative addresses, which a catalogue has, mean the folder in which it is published.
BASE = "https://base.invalid/"
AUTHORITY = "http://publications.europa.eu/resource/authority/"

# What DCAT-AP_IT 1.0 demands: property, whether there is exactly one, what an IRI begins with ("" any, None a text).
MANDATORY: dict[URIRef, list[tuple[URIRef, bool, str | None]]] = {
    DCATAPIT.Catalog: [
        (DCTERMS.title, False, None), (DCTERMS.description, False, None), (DCTERMS.publisher, True, ""),
        (DCTERMS.modified, True, None), (DCAT.dataset, False, "")],
    DCATAPIT.Dataset: [
        (DCTERMS.identifier, True, None), (DCTERMS.title, False, None), (DCTERMS.description, False, None),
        (DCTERMS.modified, True, None), (DCAT.theme, False, AUTHORITY + "data-theme/"),
        (DCTERMS.rightsHolder, True, ""), (DCTERMS.accrualPeriodicity, True, AUTHORITY + "frequency/"),
        (DCAT.distribution, False, "")],
    DCATAPIT.Distribution: [
        (DCTERMS.format, True, AUTHORITY + "file-type/"), (DCAT.accessURL, True, ""), (DCTERMS.license, True, "")],
    DCATAPIT.Agent: [(DCTERMS.identifier, True, None), (FOAF.name, False, None)],
    DCATAPIT.Organization: [(VCARD.fn, True, None), (VCARD.hasEmail, True, "mailto:")],
}
# What the values of these properties are, described in the same file.
DESCRIBED = [
    (DCTERMS.publisher, DCATAPIT.Agent), (DCTERMS.rightsHolder, DCATAPIT.Agent), (DCAT.dataset, DCATAPIT.Dataset),
    (DCAT.distribution, DCATAPIT.Distribution), (DCTERMS.license, DCATAPIT.LicenseDocument),
    (DCAT.contactPoint, DCATAPIT.Organization), (DCTERMS.spatial, DCTERMS.Location)]


def names(graph: Graph) -> Iterator[str]:
    """Every IRI is absolute and holds nothing that an IRI may not."""
    for iri in {term for triple in graph for term in triple if isinstance(term, URIRef)}:
        if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", iri) or re.search(r'[\x00-\x20<>"{}|\\^`]', iri):
            yield f"{iri!r} is no IRI"


def sheets(graph: Graph) -> Iterator[str]:
    collections = set(graph.subjects(RDF.type, SCHEMA.Collection))
    if len(collections) != 1:
        yield f"there are {len(collections)} collections, not one"
    parts = set(graph.objects(None, SCHEMA.hasPart))
    found = {sheet for collection in collections for sheet in graph.subjects(SCHEMA.isPartOf, collection)}
    for sheet in sorted(parts ^ found):
        yield f"{sheet} is not on both sides of hasPart and isPartOf"
    for collection in collections:
        yield from one_text(graph, collection, SCHEMA.name)
    for sheet in sorted(found):
        yield from one_text(graph, sheet, SCHEMA.name)
        yield from one_text(graph, sheet, SCHEMA.creditText)
        if (sheet, RDF.type, SCHEMA.CreativeWork) not in graph:
            yield f"{sheet} is no CreativeWork"
        if not list(graph.objects(sheet, SCHEMA.license)):
            yield f"{sheet} has no licence"
        for years in graph.objects(sheet, SCHEMA.temporalCoverage):
            if not re.fullmatch(r"(\.\.|\d{4}(-\d\d){0,2})(/(\.\.|\d{4}(-\d\d){0,2}))?", years):
                yield f"{sheet}: {years} is no interval"
        for property, kind in [(SCHEMA.about, SCHEMA.DefinedTerm), (SCHEMA.spatialCoverage, SCHEMA.AdministrativeArea)]:
            for thing in graph.objects(sheet, property):
                if (thing, RDF.type, kind) not in graph or not list(graph.objects(thing, SCHEMA.name)):
                    yield f"{sheet}: {thing} is not described"


def concepts(graph: Graph) -> Iterator[str]:
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        if not list(graph.objects(scheme, DCTERMS.title)):
            yield f"{scheme} has no title"
        if not list(graph.objects(scheme, SKOS.hasTopConcept)):
            yield f"{scheme} has no top concept"
    for one, other in [(SKOS.broader, SKOS.narrower), (SKOS.topConceptOf, SKOS.hasTopConcept)]:
        there = set(graph.subject_objects(one))
        back = {(object, subject) for subject, object in graph.subject_objects(other)}
        for concept, above in sorted(there ^ back):
            yield f"{concept} and {above} are not joined in both directions"
    for concept in sorted(graph.subjects(RDF.type, SKOS.Concept)):
        labels = list(graph.objects(concept, SKOS.prefLabel))
        languages = [label.language for label in labels if isinstance(label, Literal)]
        if "it" not in languages or len(set(languages)) != len(labels):
            yield f"{concept} has not exactly one preferred label in each language: {languages}"
        if set(labels) & set(graph.objects(concept, SKOS.altLabel)):
            yield f"{concept} has a label that is preferred and alternative"
        yield from one_text(graph, concept, SKOS.notation)
        if len(list(graph.objects(concept, SKOS.inScheme))) != 1:
            yield f"{concept} is not in one scheme"
        if bool(list(graph.objects(concept, SKOS.broader))) == bool(list(graph.objects(concept, SKOS.topConceptOf))):
            yield f"{concept} has neither or both of a broader concept and a scheme whose top it is"
        if concept in reached(graph, concept):
            yield f"{concept} is broader than itself"


def reached(graph: Graph, concept: Node) -> set[Node]:
    """What stands above a concept, itself only where there is a cycle."""
    above: set[Node] = set()
    next = list(graph.objects(concept, SKOS.broader))
    while next:
        broader = next.pop()
        if broader not in above:
            above.add(broader)
            next += graph.objects(broader, SKOS.broader)
    return above


def catalogue(graph: Graph) -> Iterator[str]:
    for kind, properties in MANDATORY.items():
        things = sorted(graph.subjects(RDF.type, kind))
        if not things and kind != DCATAPIT.Organization:
            yield f"there is no {kind.fragment}"
        for thing in things:
            for property, is_single, start in properties:
                values = list(graph.objects(thing, property))
                if not values or is_single and len(values) > 1:
                    yield f"{thing} has {len(values)} of {graph.qname(property)}"
                for value in values:
                    is_right = (isinstance(value, Literal) and str(value).strip() if start is None
                                else isinstance(value, URIRef) and value.startswith(start))
                    if not is_right:
                        yield f"{thing}: {graph.qname(property)} may not be {value!r}"
    for property, kind in DESCRIBED:
        for subject, value in graph.subject_objects(property):
            if (value, RDF.type, kind) not in graph:
                yield f"{subject}: {value} is not described as {kind}"
    for keyword in graph.objects(None, DCAT.keyword):
        if re.search(r"[^\w -]", keyword):
            yield f"the keyword {keyword!r} has a character that the profile forbids"


def one_text(graph: Graph, thing: Node, property: URIRef) -> Iterator[str]:
    values = list(graph.objects(thing, property))
    if len(values) != 1 or not str(values[0]).strip():
        yield f"{thing} has not exactly one {property}: {values}"


CHECKS = [(SCHEMA.Collection, sheets), (SKOS.ConceptScheme, concepts), (DCATAPIT.Catalog, catalogue)]


def check(path: Path) -> list[str]:
    if path.suffix not in FORMATS:
        return [f"is neither of {', '.join(FORMATS)}"]
    graph = Graph()
    try:
        graph.parse(data=path.read_text(encoding="utf-8"), format=FORMATS[path.suffix], publicID=BASE)
    except Exception as problem:  # Parsers raise what they like: whatever it is, the file cannot be read.
        return ["cannot be read: " + " ".join(str(problem).split())]
    print(f"{path}: {len(graph)} triples")
    fitting = [run for kind, run in CHECKS if (None, RDF.type, kind) in graph]
    if not fitting:
        return ["holds no collection, no concept scheme and no catalogue"]
    return [problem for run in [names, *fitting] for problem in run(graph)]


def main() -> int:
    paths = [Path(argument) for argument in sys.argv[1:]]
    if not paths:
        print(__doc__, file=sys.stderr)
        return 64
    problems = [f"{path}: {problem}" for path in paths for problem in check(path)]
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
