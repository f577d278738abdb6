#!/usr/bin/env python3
"""Make riferimento.docx and riferimento.odt in Sources/PraticarioPublishing/Templates: how pandoc's documents look.

    make_reference.py            # writes both
    make_reference.py --check    # writes nothing, exit 1 if one of them is not what would be written

Needs pandoc and nothing else. They are pandoc's own reference files (of the installed version: written with 2.17.1.1)
with other styles, page and footer, for `pandoc --reference-doc`. The look is that of a sober report: A4, Calibri (which
LibreOffice replaces with Carlito, of the same widths), headings in the blue of the site's pages.

What pandoc writes into each document itself cannot be changed here: the indents of lists, and in ODT the borders and
padding of a table's cells, so that there the rules between the rows are borders of the cells' paragraphs.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "Sources" / "PraticarioPublishing" / "Templates"
# The same bytes at every run.
TIME = (2024, 1, 1, 0, 0, 0)

FONT = "Calibri"
CODE_FONT = "Consolas"
BLUE, QUIET, LINE = "0A4D68", "4A545C", "9AA5AD"
TITLES = {1: 20, 2: 15, 3: 12.5, 4: 11, 5: 11, 6: 11, 7: 11, 8: 11, 9: 11}  # level -> points
# A4 with margins of 2.3 cm at the sides; the text is 16.4 cm wide.
TEXT_WIDTH = 9298  # twentieths of a point

# --- DOCX ---

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# The order that the format prescribes for what a style holds.
STYLE_ORDER = """name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr
tblStylePr""".split()


def spacing(before: float = 0, after: float = 0, lines: float = 1.15) -> str:
    """Points above and below; the distance of the lines."""
    return (f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" w:line="{lines * 240:.0f}" '
            'w:lineRule="auto"/>')


def letters(size: float | None = None, color: str | None = None, bold: bool | None = None, italic: bool = False,
            font: str | None = None) -> str:
    parts = [f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""]
    parts.append({None: "", True: "<w:b/><w:bCs/>", False: '<w:b w:val="0"/><w:bCs w:val="0"/>'}[bold])
    parts.append("<w:i/><w:iCs/>" if italic else "")
    parts.append(f'<w:color w:val="{color}"/>' if color else "")
    parts.append(f'<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>' if size else "")
    return "".join(parts)


def rule(side: str, width: int, color: str, space: int = 0) -> str:
    """A border; its width in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{color}"/>'


KEEP = "<w:keepNext/><w:keepLines/>"
LEFT = '<w:jc w:val="left"/>'

# style id -> (paragraph properties, letters), in place of pandoc's
DOCX_STYLES = {
    "Normal": (spacing(after=6), ""),
    "BodyText": (spacing(after=6), ""),
    # Also what stands in a table's cell; the tab is for the page numbers in the contents.
    "Compact": (f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>' + spacing(after=3), ""),
    "Title": (KEEP + spacing(before=24, after=6, lines=1) + LEFT, letters(28, BLUE, bold=True)),
    "Subtitle": (KEEP + spacing(after=18) + LEFT, letters(15, QUIET, bold=False)),
    "Author": (KEEP + spacing(after=2) + LEFT, letters(11, QUIET)),
    "Date": ("<w:keepLines/>" + f"<w:pBdr>{rule('bottom', 6, LINE, 12)}</w:pBdr>" + spacing(after=18) + LEFT,
             letters(11, QUIET)),
    "Abstract": (spacing(before=6, after=12), letters(11, QUIET)),
    "BlockText": (f"<w:pBdr>{rule('left', 18, LINE, 10)}</w:pBdr>" + spacing(after=6)
                  + '<w:ind w:left="360" w:right="360" w:firstLine="0"/>', letters(color=QUIET)),
    "FootnoteText": (spacing(after=2), letters(9)),
    "DefinitionTerm": (KEEP + spacing(before=3), letters(bold=True)),
    "Definition": (spacing(after=6) + '<w:ind w:left="360"/>', ""),
    "Caption": (spacing(before=6, after=6), letters(10, QUIET, italic=True)),
    "TOCHeading": (KEEP + spacing(before=12, after=6) + '<w:outlineLvl w:val="9"/>', letters(15, BLUE, bold=True)),
    "Hyperlink": ("", letters(color=BLUE) + '<w:u w:val="single"/>'),
    "VerbatimChar": ("", letters(10, font=CODE_FONT)),
}
for level, size in TITLES.items():
    space = spacing(*{1: (24, 6), 2: (18, 4), 3: (12, 3)}.get(level, (10, 2)), lines=1)
    # A chapter begins a page, so that the cover is one too. (The order of these elements is fixed.)
    page = "<w:pageBreakBefore/>" if level == 1 else ""
    DOCX_STYLES[f"Heading{level}"] = (KEEP + page + space + f'<w:outlineLvl w:val="{level - 1}"/>',
                                      letters(size, BLUE, bold=level < 5, italic=level >= 5))


def added_style(style: str, name: str, paragraph: str, run: str = "") -> str:
    return (f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/><w:uiPriority w:val="39"/><w:unhideWhenUsed/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>")


DOCX_ADDED = [added_style("Footer", "footer", spacing() + '<w:jc w:val="right"/>', letters(9, QUIET))] + [
    added_style(f"TOC{level}", f"toc {level}",
                f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
                + spacing(before=4 if level == 1 else 0, after=2) + f'<w:ind w:left="{(level - 1) * 280}"/>')
    for level in (1, 2, 3)]

# Thin rules between the rows, no lines between the columns.
DOCX_TABLE = f"""<w:tblPr xmlns:w="{W}"><w:tblInd w:w="85" w:type="dxa"/>
<w:tblBorders>{rule('top', 8, BLUE)}{rule('bottom', 8, BLUE)}{rule('insideH', 4, LINE)}</w:tblBorders>
<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>"""
# No row goes over the end of a page.
DOCX_TABLE_ROW = f'<w:trPr xmlns:w="{W}"><w:cantSplit/></w:trPr>'
DOCX_TABLE_HEAD = f"""<w:tblStylePr xmlns:w="{W}" w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="{BLUE}"/></w:rPr>
<w:tblPr/><w:tcPr><w:tcBorders>{rule('bottom', 8, BLUE)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>"""

# No words in the footer: documents are in Italian or in English.
DOCX_FOOTER = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>
<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>
<w:r><w:t xml:space="preserve"> / </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>
</w:p></w:ftr>"""
DOCX_PAGE = """<w:sectPr><w:footerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/>\
<w:pgMar w:top="1361" w:right="1304" w:bottom="1361" w:left="1304" w:header="709" w:footer="680" w:gutter="0"/></w:sectPr>"""
DOCX_FOOTER_LINK = """<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" \
Id="rId9" Target="footer1.xml" /></Relationships>"""
DOCX_FOOTER_TYPE = """<Override PartName="/word/footer1.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml" /></Types>"""


class Mistake(Exception):
    """Pandoc's reference file is not as expected."""


def parse(data: bytes) -> ET.Element:
    """The root, whose prefixes stay as they are when it is written."""
    for _, (prefix, uri) in ET.iterparse(io.BytesIO(data), events=["start-ns"]):
        ET.register_namespace(prefix, uri)
    return ET.fromstring(data)


def written(root: ET.Element) -> bytes:
    return ET.tostring(root, encoding="UTF-8", xml_declaration=True)


def replaced(data: bytes, old: str, new: str) -> bytes:
    text = data.decode("utf-8")
    if text.count(old) != 1:
        raise Mistake(f"{old} is there {text.count(old)} times")
    return text.replace(old, new).encode("utf-8")


def docx_styles(data: bytes) -> bytes:
    root = parse(data)

    def drop(style: ET.Element, *names: str) -> None:
        for name in names:
            for child in style.findall(f"{{{W}}}{name}"):
                style.remove(child)

    defaults = root.find(f"{{{W}}}docDefaults/{{{W}}}rPrDefault/{{{W}}}rPr")
    for child in list(defaults):
        defaults.remove(child)
    defaults.extend(ET.fromstring(f'<x xmlns:w="{W}">{letters(11, font=FONT)}<w:lang w:val="it-IT" w:eastAsia="it-IT" '
                                  'w:bidi="ar-SA"/></x>'))
    styles = {style.get(f"{{{W}}}styleId"): style for style in root.findall(f"{{{W}}}style")}
    for name, (paragraph, run) in DOCX_STYLES.items():
        drop(styles[name], "pPr", "rPr")
        styles[name].extend(ET.fromstring(f'<x xmlns:w="{W}"><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></x>'))
        if styles[name].get(f"{{{W}}}type") == "character":
            drop(styles[name], "pPr")
    drop(styles["Table"], "tblPr", "tblStylePr")
    styles["Table"].extend(ET.fromstring(text) for text in (DOCX_TABLE, DOCX_TABLE_ROW, DOCX_TABLE_HEAD))
    root.extend(ET.fromstring(text) for text in DOCX_ADDED)
    for style in root.findall(f"{{{W}}}style"):
        style[:] = sorted(style, key=lambda child: STYLE_ORDER.index(child.tag.split("}")[1]))
    return written(root)


def docx(parts: dict[str, bytes]) -> dict[str, bytes]:
    parts["word/styles.xml"] = docx_styles(parts["word/styles.xml"])
    parts["word/document.xml"] = replaced(parts["word/document.xml"], "<w:sectPr />", DOCX_PAGE)
    parts["word/footer1.xml"] = DOCX_FOOTER.encode("utf-8")
    parts["word/_rels/document.xml.rels"] = replaced(parts["word/_rels/document.xml.rels"], "</Relationships>",
                                                     DOCX_FOOTER_LINK)
    parts["[Content_Types].xml"] = replaced(parts["[Content_Types].xml"], "</Types>", DOCX_FOOTER_TYPE)
    parts["word/settings.xml"] = replaced(parts["word/settings.xml"], '<w:themeFontLang w:val="en-US" />',
                                          '<w:themeFontLang w:val="it-IT" />')
    # Word shows and edits fonts by theme: both of the theme's are the one font.
    theme = re.sub(r'latin typeface="(Calibri|Cambria)"', f'latin typeface="{FONT}"',
                   parts["word/theme/theme1.xml"].decode("utf-8"))
    parts["word/theme/theme1.xml"] = theme.encode("utf-8")
    return parts


# --- ODT ---

def odt_letters(size: float | None = None, color: str | None = None, bold: bool | None = None,
                italic: bool | None = None) -> dict[str, str]:
    values = {}
    for kind in ("", "-asian", "-complex"):
        prefix = "style" if kind else "fo"
        if size:
            values[f"{prefix}:font-size{kind}"] = f"{size}pt"
        if bold is not None:
            values[f"{prefix}:font-weight{kind}"] = "bold" if bold else "normal"
        if italic is not None:
            values[f"{prefix}:font-style{kind}"] = "italic" if italic else "normal"
    return values | ({"fo:color": f"#{color}"} if color else {})


def odt_space(above: float = 0, below: float = 0, left: str = "0cm", right: str = "0cm", **more: str) -> dict[str, str]:
    values = {"fo:margin-top": f"{above}pt", "fo:margin-bottom": f"{below}pt", "fo:margin-left": left,
              "fo:margin-right": right, "fo:text-indent": "0cm", "fo:line-height": "115%"}
    return values | {f"fo:{name.replace('_', '-')}": value for name, value in more.items()}


TOGETHER = {"keep_with_next": "always", "keep_together": "always"}
ROW = {"border_left": "none", "border_right": "none", "border_bottom": "none", "padding": "0.07cm"}
LINK = odt_letters(color=BLUE) | {"style:text-underline-style": "solid", "style:text-underline-width": "auto",
                                  "style:text-underline-color": "font-color"}

# style -> (display name, family, parent, paragraph properties, letters), in place of pandoc's or added
ODT_STYLES = {
    "Standard": ("", "paragraph", "", {"fo:line-height": "115%", "fo:orphans": "2", "fo:widows": "2"}, {}),
    # Space above too, since the last item of a list has none below.
    "Text_20_body": ("Text body", "paragraph", "Standard", odt_space(2, 6), {}),
    "Heading": ("", "paragraph", "Standard", odt_space(12, 3, **TOGETHER),
                {"style:font-name": FONT} | odt_letters(color=BLUE, bold=True)),
    "Title": ("", "paragraph", "Heading", odt_space(24, 6, text_align="start", line_height="100%", **TOGETHER),
              odt_letters(28, BLUE, True)),
    "Subtitle": ("", "paragraph", "Heading", odt_space(0, 18, text_align="start", **TOGETHER),
                 odt_letters(15, QUIET, bold=False, italic=False)),
    "Author": ("", "paragraph", "Standard", odt_space(0, 2, text_align="start", **TOGETHER), odt_letters(11, QUIET)),
    "Date": ("", "paragraph", "Standard", odt_space(0, 18, text_align="start", border_bottom=f"0.75pt solid #{LINE}",
                                                    padding_bottom="0.4cm"), odt_letters(11, QUIET)),
    "Abstract": ("", "paragraph", "Standard", odt_space(6, 12), odt_letters(11, QUIET)),
    "Quotations": ("", "paragraph", "Standard", odt_space(2, 6, "0.6cm", "0.6cm", padding_left="0.35cm",
                                                          border_left=f"2.25pt solid #{LINE}"), odt_letters(color=QUIET)),
    "Caption": ("", "paragraph", "Standard", odt_space(8, 4, keep_with_next="auto"),
                odt_letters(10, QUIET, italic=True)),
    # Pandoc names it, but its reference file lacks it.
    "TableCaption": ("", "paragraph", "Caption", odt_space(8, 4, keep_with_next="always"), {}),
    "Definition_20_Term": ("Definition Term", "paragraph", "Standard", odt_space(3, 0, **TOGETHER),
                           odt_letters(bold=True)),
    "Definition_20_Definition": ("Definition Definition", "paragraph", "Standard", odt_space(0, 6, "0.63cm"), {}),
    "Definition_20_Term_20_Tight": ("Definition Term Tight", "paragraph", "Standard", odt_space(3, 0, **TOGETHER),
                                    odt_letters(bold=True)),
    "Definition_20_Definition_20_Tight": ("Definition Definition Tight", "paragraph", "Standard",
                                          odt_space(0, 4, "0.63cm"), {}),
    "Table_20_Contents": ("Table Contents", "paragraph", "Standard",
                          odt_space(border_top=f"0.5pt solid #{LINE}", **ROW), {}),
    "Table_20_Heading": ("Table Heading", "paragraph", "Table_20_Contents",
                         odt_space(border_top=f"1pt solid #{BLUE}", **ROW), odt_letters(color=BLUE, bold=True)),
    "Footnote": ("", "paragraph", "Standard", odt_space(0, 2, "0.4cm", text_indent="-0.4cm"), odt_letters(9)),
    "Footer": ("", "paragraph", "Standard", {"fo:text-align": "end"}, odt_letters(9, QUIET)),
    "Preformatted_20_Text": ("Preformatted Text", "paragraph", "Standard", {},
                             {"style:font-name": CODE_FONT} | odt_letters(10)),
    # The marks of lists in the letters of the text, not in a small StarSymbol.
    "Bullet_20_Symbols": ("Bullet Symbols", "text", "", {}, {"style:font-name": FONT}),
    "Source_Text": ("", "text", "", {}, {"style:font-name": CODE_FONT} | odt_letters(10)),
    "Internet_20_link": ("Internet link", "text", "", {}, LINK),
    # What pandoc calls a link.
    "Definition": ("", "text", "", {}, LINK),
    "Contents_20_Heading": ("Contents Heading", "paragraph", "Heading", odt_space(12, 6, **TOGETHER),
                            odt_letters(15, BLUE, True)),
}
for level in range(1, 7):
    above, below = {1: (24, 6), 2: (18, 4), 3: (12, 3)}.get(level, (10, 2))
    page = {"break_before": "page"} if level == 1 else {}
    ODT_STYLES[f"Heading_20_{level}"] = (f"Heading {level}", "paragraph", "Heading",
                                         odt_space(above, below, line_height="100%", **TOGETHER, **page),
                                         odt_letters(TITLES[level], BLUE, bold=level < 5, italic=level >= 5))
for level in (1, 2, 3):
    ODT_STYLES[f"Contents_20_{level}"] = (f"Contents {level}", "paragraph", "Standard",
                                          odt_space(4 if level == 1 else 0, 2, f"{(level - 1) * 0.5}cm"), {})
# The tabs with the page numbers, at the end of the line.
ODT_TABS = {f"Contents_20_{level}": f"{16.4 - (level - 1) * 0.5:g}cm" for level in (1, 2, 3)}

ODT_PAGE = {"fo:page-width": "21cm", "fo:page-height": "29.7cm", "fo:margin-top": "2.4cm", "fo:margin-bottom": "1.4cm",
            "fo:margin-left": "2.3cm", "fo:margin-right": "2.3cm"}


def odt_styles(data: bytes) -> bytes:
    root = parse(data)
    uris = dict(pair for _, pair in ET.iterparse(io.BytesIO(data), events=["start-ns"]))

    def tag(name: str) -> str:
        prefix, local = name.split(":")
        return f"{{{uris[prefix]}}}{local}"

    def add(parent: ET.Element, name: str, values: dict[str, str]) -> ET.Element:
        return ET.SubElement(parent, tag(name), {tag(key): value for key, value in values.items()})

    fonts = root.find(tag("office:font-face-decls"))
    for name, pitch in ((FONT, "variable"), (CODE_FONT, "fixed")):
        add(fonts, "style:font-face", {"style:name": name, "svg:font-family": name, "style:font-pitch": pitch})

    styles = root.find(tag("office:styles"))
    for family in ("graphic", "paragraph"):
        text = styles.find(f"{tag('style:default-style')}[@{tag('style:family')}='{family}']/{tag('style:text-properties')}")
        for key, value in {"fo:language": "it", "fo:country": "IT", "style:font-name": FONT,
                           **odt_letters(11)}.items():
            text.set(tag(key), value)

    known = {(style.get(tag("style:family")), style.get(tag("style:name"))): style
             for style in styles.findall(tag("style:style"))}
    for name, (display, family, parent, paragraph, text) in ODT_STYLES.items():
        style = known.get((family, name))
        if style is None:
            style = add(styles, "style:style", {"style:name": name, "style:family": family})
        for child in list(style):
            style.remove(child)
        if display:
            style.set(tag("style:display-name"), display)
        if parent:
            style.set(tag("style:parent-style-name"), parent)
        if paragraph:
            properties = add(style, "style:paragraph-properties", paragraph)
            if name in ODT_TABS:
                stops = add(properties, "style:tab-stops", {})
                add(stops, "style:tab-stop", {"style:position": ODT_TABS[name], "style:type": "right",
                                              "style:leader-style": "dotted", "style:leader-text": "."})
        if text:
            add(style, "style:text-properties", text)

    page = next(root.iter(tag("style:page-layout-properties")))
    for key, value in ODT_PAGE.items():
        page.set(tag(key), value)
    automatic = next(style for style in root.iter(tag("style:style")) if style.get(tag("style:name")) == "MP1")
    for child in list(automatic):  # it centred the page's number
        automatic.remove(child)
    paragraph = root.find(f".//{tag('style:footer')}/{tag('text:p')}")
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.text = ""
    number = add(paragraph, "text:page-number", {"text:select-page": "current"})
    number.text, number.tail = "1", " / "
    count = add(paragraph, "text:page-count", {})
    count.text = "1"
    return written(root)


def odt(parts: dict[str, bytes]) -> dict[str, bytes]:
    parts["styles.xml"] = odt_styles(parts["styles.xml"])
    # A picture of another document.
    del parts["Thumbnails/thumbnail.png"]
    manifest = re.sub(r"\s*<manifest:file-entry [^>]*Thumbnails[^>]*/>", "", parts["META-INF/manifest.xml"].decode("utf-8"))
    parts["META-INF/manifest.xml"] = manifest.encode("utf-8")
    return parts


# --- Both ---

def unpacked(name: str) -> dict[str, bytes]:
    data = subprocess.run(["pandoc", "--print-default-data-file", name], capture_output=True, check=True).stdout
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, TIME)
            # ODT wants its type readable at the beginning of the file.
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data, compresslevel=9)
    return buffer.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description="Make riferimento.docx and riferimento.odt.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is not what would be written")
    arguments = parser.parse_args()
    try:
        made = {"riferimento.docx": packed(docx(unpacked("reference.docx"))),
                "riferimento.odt": packed(odt(unpacked("reference.odt")))}
    except (Mistake, OSError, subprocess.CalledProcessError) as mistake:
        print(f"make_reference: {mistake}", file=sys.stderr)
        return 1
    different = 0
    for name, data in made.items():
        path = TEMPLATES / name
        if arguments.check:
            same = path.exists() and path.read_bytes() == data
            different += not same
            print(f"{name}: {'as it would be written' if same else 'differs: run make_reference.py'}")
        else:
            path.write_bytes(data)
            print(f"{path}: {len(data)} bytes")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
