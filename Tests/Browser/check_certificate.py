#!/usr/bin/env python3
"""Looks at certificates in headless Chromium: on a telephone, on a wide screen, and on paper.

    check_certificate.py FOLDER

Prints what it finds, a line each, and ends with 1 where there is anything; with 77 where Chromium
is not installed. It asks for what check_preview.py asks for, and that nothing stands outside of the
sheet or on top of something else, that A4 and Letter take one page each (where pdfinfo is there), and
that the drawings are well-formed.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.dom.minidom

import check_preview

# Data that no browser runs is allowed.
DATA = "script:not([type='application/vc']):not([type='application/jwt'])"

SHEET = r"""
  if (doc.querySelector('main').getBoundingClientRect().width > 900) {
    const box = (element) => element.getBoundingClientRect();
    const sheet = box(doc.querySelector('main'));
    const inner = sheet.height * 70 / 1940;
    for (const element of all('main *')) {
      const at = box(element);
      if (at.width && (at.left < sheet.left + inner || at.right > sheet.right - inner
          || at.top < sheet.top + inner || at.bottom > sheet.bottom - inner))
        say('outside of the frame: ' + element.tagName + ' ' + element.textContent.slice(0, 40));
    }
    const order = ['header', '.shown', '.vouched', 'footer'].map((one) => doc.querySelector(one));
    for (let i = 1; i < order.length; i++)
      if (box(order[i - 1]).bottom > box(order[i]).top + 1)
        say(order[i - 1].className + order[i - 1].tagName + ' stands on what follows');
    for (const section of all('.shown > section'))
      if (box(section).bottom > box(order[1]).bottom + 1 || box(section).top < box(order[1]).top - 1)
        say('the rows take ' + Math.round(box(section).height) + ' of '
          + Math.round(box(order[1]).height) + ' pixels');
  }
"""


def pages(program, page, paper, place):
    """How many pages the sheet takes on a paper."""
    text = page.read_text(encoding="utf-8").replace("size: landscape", f"size: {paper} landscape")
    source = pathlib.Path(place) / "sheet.html"
    source.write_text(text, encoding="utf-8")
    target = pathlib.Path(place) / "sheet.pdf"
    arguments = [
        program, "--headless=new", "--disable-gpu", f"--user-data-dir={place}/profile",
        "--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri(),
    ]
    if os.geteuid() == 0:
        arguments.insert(1, "--no-sandbox")
    subprocess.run(arguments, capture_output=True, timeout=120, check=True)
    done = subprocess.run(["pdfinfo", target], capture_output=True, text=True, timeout=60, check=True)
    facts = dict(line.split(":", 1) for line in done.stdout.splitlines() if ":" in line)
    return int(facts["Pages"]), facts["Page size"].strip()


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    names = sorted(path.name for path in folder.glob("*.html"))
    drawings = sorted(folder.glob("*.svg"))
    found = [] if names and drawings else ["there are no certificates"]
    for drawing in drawings:
        try:
            xml.dom.minidom.parse(str(drawing))
        except Exception as error:
            found.append(f"{drawing.name}: {error}")
    program = check_preview.browser()
    if program and names:
        check = check_preview.CHECK.replace("'script, iframe", f'"{DATA}, iframe')
        check = check.replace("embed, form')", 'embed, form")')
        check = check.replace("[320, 1100]", "[320, 1000, 1400]")
        check_preview.CHECK = check.replace("  const focusable", SHEET + "  const focusable")
        found += check_preview.look(program, folder, names, 1)
        if shutil.which("pdfinfo"):
            with tempfile.TemporaryDirectory() as place:
                for paper, size in (("A4", "841.92 x 594.96"), ("letter", "792 x 612")):
                    # The fullest sheet stands for all: they have the same frame.
                    count, measured = pages(program, folder / names[-1], paper, place)
                    if count != 1:
                        found.append(f"{paper}: {count} pages")
                    if not measured.startswith(size[:3]):
                        found.append(f"{paper}: {measured}")
    for line in found:
        print(line)
    if found:
        return 1
    print(f"{len(names)} certificates, nothing found.")
    return 0 if program else 77


if __name__ == "__main__":
    sys.exit(main())
