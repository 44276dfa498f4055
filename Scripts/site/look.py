"""Looks at the built site in headless Chromium, every page outside the reference and of the reference two pages of each kind.

    look.py SITE

Names each fault, a line each, and ends with 1 if there are any: what the console complains of; a formula that is an error, has no size, or takes
a glyph from another font than KaTeX's; a picture that is broken; a page wider than a screen of 390 or 1200 pixels, though a table, formula or
code may scroll in a box of its own.
"""

import collections
import functools
import http.server
import json
import pathlib
import sys
import tempfile
import threading
import time

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / "Tests/Explorer"))
from page import Page

# Everything unfolded and loaded, then what is wrong whatever the width.
FAULTS = """
const done = arguments[0], found = [];
for (const fold of document.querySelectorAll("details")) fold.open = true;
for (const image of document.images) image.loading = "eager";
const loaded = [...document.images].filter(image => !image.complete)
  .map(image => new Promise(end => image.onload = image.onerror = end));
Promise.all([document.fonts.ready, ...loaded]).then(() => {
  for (const image of document.images)
    if (!image.naturalWidth) found.push("broken picture: " + image.getAttribute("src"));
  for (const node of document.querySelectorAll(".katex-error")) found.push("formula with an error: " + node.textContent);
  for (const node of document.querySelectorAll(".katex")) {
    const box = node.getBoundingClientRect();
    if (!(box.width > 0 && box.height > 0)) found.push("formula without a size: " + node.textContent);
  }
  done(found);
});
"""

# The elements of formulas that have text of their own, one for each letter in each font; marked, for the browser to say what drew them.
LETTERS = """
const known = new Set(arguments[0]), letters = [];
for (const node of document.querySelectorAll(".katex-html *")) {
  const own = [...node.childNodes].filter(child => child.nodeType === 3).map(child => child.data).join("");
  const style = getComputedStyle(node), font = [style.fontStyle, style.fontWeight, style.fontFamily].join(" ");
  const fresh = [...own].filter(letter => !/[\\s\\u200b]/.test(letter)).map(letter => letter + " " + font)
    .filter(key => !known.has(key));
  if (!fresh.length) continue;
  fresh.forEach(key => known.add(key));
  node.dataset.letters = letters.length;
  letters.push({ keys: fresh, text: own });
}
return letters;
"""

# What is wider than the screen: the page, or a scrolling box that holds its heading and so all else; and what sticks out of it.
WIDE = """
const width = arguments[0], found = [];
const isBox = node => node === document.documentElement || getComputedStyle(node).overflowX !== "visible";
for (let box = document.querySelector("h1") || document.body; box; box = box.parentElement) {
  if (!isBox(box) || box.scrollWidth <= Math.min(width, box.clientWidth)) continue;
  const right = box.getBoundingClientRect().left + box.clientWidth + 1;
  for (const node of box.querySelectorAll("*")) {
    let at = node.parentElement;
    if (node.getBoundingClientRect().right <= right || !node.checkVisibility({ visibilityProperty: true })) continue;
    while (!isBox(at)) at = at.parentElement;
    if (at === box) found.push(node.tagName.toLowerCase());
  }
  if (found.length || box === document.documentElement) return `${box.scrollWidth}: ${found.slice(0, 3).join(", ")}`;
}
return null;
"""


def pages(site):
    """Addresses of the pages to look at."""
    yield from sorted(str(p.relative_to(site)) for p in site.rglob("*.html") if not p.is_relative_to(site / "api"))
    kinds = collections.defaultdict(list)
    data = site / "api/data"
    for path in data.rglob("*.json"):
        about = json.loads(path.read_text())["metadata"]
        kinds[about.get("symbolKind", about["role"])].append((path.stat().st_size, path))
    for kind in sorted(kinds):
        bySize = sorted(kinds[kind])
        for _, path in sorted({bySize[-1], bySize[len(bySize) // 2]}):
            yield f"api/{path.relative_to(data).with_suffix('')}/"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        # Asked for by the browser, not by a page.
        self.send_error(204) if self.path == "/favicon.ico" else super().do_GET()

    def log_message(self, *words):
        pass


def strange_fonts(page, known):
    """Texts of formulas that a font other than KaTeX's draws, among letters not yet known."""
    letters = page.run(LETTERS, sorted(known))
    if not letters:
        return
    ask = page.driver.execute_cdp_cmd
    document = ask("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    for node in ask("DOM.querySelectorAll", {"nodeId": document, "selector": "[data-letters]"})["nodeIds"]:
        attributes = ask("DOM.getAttributes", {"nodeId": node})["attributes"]
        letter = letters[int(attributes[attributes.index("data-letters") + 1])]
        fonts = ask("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        strange = sorted({font["familyName"] for font in fonts if not font["isCustomFont"]})
        if strange or not fonts:
            yield f"formula in {', '.join(strange) or 'no font'}: {letter['text']}"
        else:
            known.update(letter["keys"])


def faults(page, address, widths, known):
    page.driver.get(address)
    try:
        # The reference's pages are written by a script.
        page.wait("page", "document.querySelector('article[role=main], main h1') !== null")
    except AssertionError as error:
        yield str(error)
        return
    yield from page.driver.execute_async_script(FAULTS)
    yield from strange_fonts(page, known)
    for width in widths:
        page.width(width)
        # The reference folds its path of links up within a second.
        end = time.monotonic() + 2
        while (wide := page.run(WIDE, width)) and time.monotonic() < end:
            time.sleep(0.1)
        if wide:
            yield f"wider than {width} pixels, {wide}"
    yield from (f"console: {entry['message']}" for entry in page.complaints())


def main():
    site = pathlib.Path(sys.argv[1]).resolve()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as downloads:
        page = Page(downloads)
        try:
            page.driver.set_script_timeout(20)
            for domain in ("DOM", "CSS"):
                page.driver.execute_cdp_cmd(f"{domain}.enable", {})
            known, seen, broken, widths = set(), 0, 0, [390, 1200]
            for place in pages(site):
                seen += 1
                # The first is that of the page before.
                widths.reverse()
                for fault in faults(page, f"http://127.0.0.1:{server.server_port}/{place}", widths, known):
                    broken += 1
                    print(f"docs: {place}: {fault}")
        finally:
            page.close()
    print(f"docs: {seen} pages looked at, {len(known)} letters of formulas, {broken} faults")
    sys.exit(1 if broken or not known else 0)


main()
