#!/usr/bin/env python3
"""Makes the manual pages of the program with swift-argument-parser's generator, and mends what that loses.

    make_manual.py GENERATOR PROGRAM FOLDER

The generator drops every letter outside ASCII, writes empty lines as such, and takes a line that begins with a
dot for a macro. The letters are handed to it as `@@E8@@` and put back; empty lines become paragraphs.
"""

import pathlib
import re
import subprocess
import sys
import tempfile


def main():
    generator, program, folder = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    help_ = subprocess.run([program, "--experimental-dump-help"], capture_output=True, check=True, text=True).stdout
    with tempfile.TemporaryDirectory() as scratch:
        told = pathlib.Path(scratch) / pathlib.Path(program).name
        said = re.sub(r"[^\x00-\x7f]", lambda letter: f"@@{ord(letter[0]):X}@@", help_)
        told.with_suffix(".json").write_text(said, encoding="ascii")
        told.write_text(f"#!/bin/sh\ncat {told}.json\n", encoding="ascii")
        told.chmod(0o755)
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.1"):
            old.unlink()
        subprocess.run([generator, told, "--multi-page", "--output-directory", folder], check=True)
    for page in folder.glob("*.1"):
        # Of the option --help, which every page tells.
        if page.name.endswith(".help.1"):
            page.unlink()
        else:
            page.write_text(mended(page.read_text(encoding="ascii")), encoding="utf-8")


def mended(page):
    page = re.sub(r"@@([0-9A-F]+)@@", lambda code: chr(int(code[1], 16)), page)
    page = re.sub(r"(?m)^(\.(?![A-Z\\])|')", r"\\&\1", page)
    return re.sub(r"(?m)^$(?=\n)", ".Pp", page).rstrip("\n") + "\n"


if __name__ == "__main__":
    main()
