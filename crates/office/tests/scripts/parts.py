#!/usr/bin/env python3
"""Prints the parts of an Office file, each after its name, so that a test can look for what must or must not be there.

    python3 parts.py FILE
"""

import sys
import zipfile


def main():
    with zipfile.ZipFile(sys.argv[1]) as book:
        for name in book.namelist():
            print(f"== {name}\n{book.read(name).decode('utf-8')}")


if __name__ == "__main__":
    main()
