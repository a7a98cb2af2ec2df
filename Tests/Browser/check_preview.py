#!/usr/bin/env python3
"""Looks at the pages of a preview in headless Chromium, by day, by night and at 320 pixels.

    check_preview.py FOLDER

Prints what it finds, a line each, and ends with 1 where there is anything; with 77 where Chromium
is not installed. What it asks for: headings that begin with one h1 and leave no level out, links and
images with a name, ids that are there once, links inside the preview that resolve, a language,
landmarks, tables with headers, text with a contrast of 4.5 to 1 (3 to 1 where it is large), nothing
wider than the window, nothing that only a mouse reaches, and a quiet console.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

CHECK = r"""
async function look(frame, page) {
  const found = [];
  const say = (words) => found.push(page + ': ' + words);
  const doc = frame.contentDocument, win = frame.contentWindow;
  const all = (selector) => [...doc.querySelectorAll(selector)];
  const name = (element) => (element.getAttribute('aria-label') || element.textContent
    + [...element.querySelectorAll('img')].map((image) => image.alt).join('')).trim();

  if (!doc.documentElement.lang) say('no language');
  if (!doc.title.trim()) say('no title');
  for (const landmark of ['main', 'footer'])
    if (all(landmark).length !== 1) say(all(landmark).length + ' of ' + landmark);
  let last = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const level = Number(heading.tagName[1]);
    if (level > last + 1) say('a heading leaves out a level: ' + heading.textContent);
    if (!name(heading)) say('a heading without words');
    last = level;
  }
  if (all('h1').length !== 1) say(all('h1').length + ' headings h1');
  const ids = new Set();
  for (const element of all('[id]')) {
    if (ids.has(element.id)) say('an id is there twice: ' + element.id);
    ids.add(element.id);
  }
  for (const element of all('[aria-labelledby]'))
    for (const id of element.getAttribute('aria-labelledby').split(/\s+/))
      if (!doc.getElementById(id)) say('labelled by nothing: ' + id);
  for (const link of all('a')) {
    if (!link.hasAttribute('href')) { say('a link to nowhere: ' + name(link)); continue; }
    if (!name(link)) say('a link without a name: ' + link.getAttribute('href'));
    const url = new URL(link.getAttribute('href'), doc.baseURI);
    if (!['file:', 'http:', 'https:', 'mailto:'].includes(url.protocol)) say('leads to ' + url);
  }
  for (const image of all('img')) {
    if (!image.alt.trim()) say('an image without words: ' + image.src);
    if (!image.complete || !image.naturalWidth) say('an image that does not load: ' + image.src);
  }
  for (const table of all('table')) {
    if (!table.querySelector('th')) say('a table without headers');
    for (const cell of table.querySelectorAll('th'))
      if (!['row', 'col'].includes(cell.scope)) say('a header without scope: ' + name(cell));
  }
  for (const nav of all('nav, [role=region]'))
    if (!nav.getAttribute('aria-label')) say('a landmark without a label');
  if (all('script, iframe, object, embed, form').length) say('something active');
  for (const element of all('*'))
    for (const attribute of element.attributes)
      if (attribute.name.startsWith('on')) say('a handler: ' + attribute.name);
  for (const element of all('div, section, ul, ol, pre')) {
    const style = win.getComputedStyle(element);
    if (['auto', 'scroll'].includes(style.overflowX) && element.scrollWidth > element.clientWidth
        && element.tabIndex < 0) say('scrolls by mouse alone: ' + element.className);
  }
  if (doc.documentElement.scrollWidth > win.innerWidth)
    say('is ' + doc.documentElement.scrollWidth + ' pixels wide in ' + win.innerWidth);

  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(win.getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour.slice(0, 3);
      if (colour[3] > 0) say('a colour to see through: ' + at.tagName);
    }
    say('no ground');
    return [255, 255, 255];
  };
  const seen = new Set();
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(element) || element.closest('style')) continue;
    seen.add(element);
    const style = win.getComputedStyle(element);
    const drawn = element.closest('svg');
    const colour = numbers(drawn ? style.fill : style.color).slice(0, 3);
    const [a, b] = [light(colour), light(ground(drawn ? drawn.parentElement : element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (isLarge ? 3 : 4.5))
      say('contrast ' + contrast.toFixed(2) + ': ' + element.textContent.trim().slice(0, 40));
  }
  const focusable = all('a[href], [tabindex]');
  for (const element of focusable) {
    if (Number(element.getAttribute('tabindex')) > 0) say('an order of its own: ' + name(element));
    element.focus();
    if (doc.activeElement !== element) say('not reached by keys: ' + name(element));
  }
  return found;
}
async function lookAtAll() {
  const found = [];
  for (const width of [320, 1100])
    for (const page of PAGES) {
      const frame = document.createElement('iframe');
      frame.style = 'border: 0; height: 700px; width: ' + width + 'px';
      const ready = new Promise((done) => { frame.onload = done; });
      frame.src = BASE + page;
      document.body.append(frame);
      await ready;
      try { found.push(...(await look(frame, page)).map((line) => width + ' px: ' + line)); }
      catch (error) { found.push(page + ': ' + error); }
      frame.remove();
    }
  const result = document.createElement('pre');
  result.id = 'result';
  result.textContent = JSON.stringify({ looked: PAGES.length, found });
  document.body.append(result);
}
lookAtAll();
"""


def browser():
    for name in ["chromium", "chromium-browser", "google-chrome"]:
        if path := shutil.which(name):
            return path
    return None


def links(folder, pages):
    """Links inside the preview that lead to no file, or to no place in it."""
    import html.parser

    class Page(html.parser.HTMLParser):
        def __init__(self, text):
            super().__init__()
            self.ids, self.links = set(), []
            self.feed(text)

        def handle_starttag(self, tag, attributes):
            for key, value in attributes:
                if key == "id":
                    self.ids.add(value)
                if key in ("href", "src"):
                    self.links.append(value)

    read = {page: Page((folder / page).read_text(encoding="utf-8")) for page in pages}
    for page, content in read.items():
        for link in content.links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme:
                continue
            target = page
            if parts.path:
                path = os.path.join(os.path.dirname(page), urllib.parse.unquote(parts.path))
                target = os.path.normpath(path)
            if target.startswith("..") or not (folder / target).is_file():
                yield f"{page}: there is no {link}"
            elif parts.fragment and target in read:
                if urllib.parse.unquote(parts.fragment) not in read[target].ids:
                    yield f"{page}: there is no place {link}"


def look(program, folder, pages, scheme):
    """What the browser finds; `scheme` is 0 for dark and 1 for light, as Blink counts."""
    with tempfile.TemporaryDirectory() as place:
        script = CHECK.replace("PAGES", json.dumps([urllib.parse.quote(p) for p in pages]))
        script = script.replace("BASE", json.dumps(folder.as_uri() + "/"))
        checker = pathlib.Path(place) / "check.html"
        checker.write_text(f"<!DOCTYPE html><meta charset=utf-8><body><script>{script}</script>")
        arguments = [
            program, "--headless=new", "--disable-gpu", "--allow-file-access-from-files",
            f"--user-data-dir={place}/profile", "--window-size=1200,900", "--no-first-run",
            f"--blink-settings=preferredColorScheme={scheme}", "--enable-logging=stderr",
            "--virtual-time-budget=600000", "--timeout=240000", "--dump-dom", checker.as_uri(),
        ]
        # Root has no sandbox, and the pages run no scripts.
        if os.geteuid() == 0:
            arguments.insert(1, "--no-sandbox")
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=300)
    for line in done.stderr.splitlines():
        if "CONSOLE" in line:
            yield "console: " + line
    before, mark, rest = done.stdout.partition('<pre id="result">')
    if not mark:
        yield "the browser gave no answer: " + done.stderr[-300:]
        return
    import html

    result = json.loads(html.unescape(rest.partition("</pre>")[0]))
    if result["looked"] != len(pages):
        yield "not every page was looked at"
    yield from (("dark: " if scheme == 0 else "light: ") + line for line in result["found"])


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    pages = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.html"))
    found = list(links(folder, pages)) if pages else ["there are no pages"]
    program = browser()
    if program and pages:
        for scheme in (1, 0):
            found += look(program, folder, pages, scheme)
    for line in found:
        print(line)
    if found:
        return 1
    print(f"{len(pages)} pages, nothing found.")
    if not program:
        print("Chromium is not installed: only the links were looked at.")
        return 77
    return 0


if __name__ == "__main__":
    sys.exit(main())
