#!/usr/bin/env python3
"""Makes every cached value of a formula in some workbooks wrong, so that only recalculating gives the right ones.

    python3 spoil.py FOLDER

rewrites each .xlsx of the folder in place, and prints how many values were spoilt. Where edits.json stands beside them,
{"a.xlsx": {"D8": "425", "D9": null}}, the figures of the sheet "Số liệu" are changed likewise, as a reader would.
"""

import json
import re
import sys
import zipfile
from pathlib import Path

FORMULA = re.compile(rb'(<c r="[A-Z]+\d+"[^>]*?)( t="str")?(><f>[^<]*</f><v>)[^<]*(</v>)')


def spoilt(xml):
    """Numbers become one that nothing comes to, texts a word that nothing says."""
    def worse(cell):
        start, text, formula, end = cell.groups()
        return start + (text or b"") + formula + (b"sai" if text else b"-987654321") + end
    return FORMULA.subn(worse, xml)


def edited(xml, edits):
    """Numbers typed into cells, or cells made blank."""
    for name, number in edits.items():
        cell = re.compile(rf'<c r="{name}"( s="\d+")?[^>]*?(/>|>.*?</c>)'.encode())
        value = b"" if number is None else f"<v>{number}</v>".encode()
        xml, found = cell.subn(lambda old: f'<c r="{name}"'.encode() + (old[1] or b"") + b">" + value + b"</c>", xml)
        assert found == 1, name
    return xml


def main():
    count = 0
    folder = Path(sys.argv[1])
    edits = folder / "edits.json"
    edits = json.loads(edits.read_text()) if edits.exists() else {}
    for path in sorted(folder.glob("*.xlsx")):
        with zipfile.ZipFile(path) as book:
            parts = [(name, book.read(name)) for name in book.namelist()]
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            for name, content in parts:
                if name.startswith("xl/worksheets/sheet"):
                    if name.endswith("sheet2.xml"):
                        content = edited(content, edits.get(path.name, {}))
                    content, changed = spoilt(content)
                    count += changed
                book.writestr(name, content)
    print(count)


if __name__ == "__main__":
    main()
