#!/usr/bin/env python3
"""Takes the credential out of baked pictures with openbadgeslib, and looks at them with Pillow.

    read_baked.py EXPECTED FILE…

EXPECTED holds the credential's text. Ends with 77 where a library is missing.
"""

import io
import pathlib
import sys

try:
    import PIL.Image
    from openbadgeslib import baking
except ImportError as error:
    print(error)
    sys.exit(77)

expected = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
for name in sys.argv[2:]:
    content = pathlib.Path(name).read_bytes()
    if name.endswith(".png"):
        found = baking.extract_png(content, keyword=baking.ITXT_KEYWORD_OB3)
        image = PIL.Image.open(io.BytesIO(content))
        image.load()
        if (image.size, image.text.get("openbadgecredential")) != ((400, 400), expected):
            sys.exit(f"{name}: Pillow reads {image.size}, {image.text}")
    else:
        found = baking.extract_svg(
            content, element=baking.SVG_ELEMENT_OB3, text_fallback=True)
    if isinstance(found, bytes):
        found = found.decode("utf-8")
    if found.strip() != expected:
        sys.exit(f"{name}: {found!r}")
print(f"{len(sys.argv) - 2} pictures, as expected.")
