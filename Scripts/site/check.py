"""Whether every link of the site leads somewhere and every formula is one.

    check.py SITE

Names what is broken, a line each, and ends with 1 if anything is.
"""

import html.parser
import pathlib
import re
import sys
import urllib.parse

site = pathlib.Path(sys.argv[1]).resolve()


class Page(html.parser.HTMLParser):
    """The links, anchors and formulas of a page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors, self.formulas, self.rendered, self.errors = [], set(), 0, 0, 0
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.links += [attributes[k] for k in ("href", "src") if attributes.get(k)]
        self.anchors |= {attributes[k] for k in ("id", "name") if attributes.get(k)}
        classes = (attributes.get("class") or "").split()
        self.formulas += "math" in classes
        self.rendered += "katex" in classes
        self.errors += "katex-error" in classes


# The reference's pages are written by scripts; its compiler checks their links.
pages = {p: Page(p) for p in site.rglob("*.html") if not p.is_relative_to(site / "api")}
broken, links, formulas = [], 0, 0
for path, page in sorted(pages.items()):
    name = path.relative_to(site)
    formulas += page.formulas
    if page.errors or page.rendered < page.formulas:
        broken.append(f"{name}: {page.errors or page.formulas - page.rendered} formulas are not rendered")
    for link in page.links:
        url = urllib.parse.urlsplit(link)
        if url.scheme or url.netloc:
            if url.scheme in ("http", "https") and link.endswith((".js", ".css", ".woff2")):
                broken.append(f"{name}: needs the network for {link}")
            continue
        links += 1
        target = (path.parent / urllib.parse.unquote(url.path)).resolve() if url.path else path
        if target.is_dir():
            target /= "index.html"
        if not target.is_file():
            broken.append(f"{name}: no such page: {link}")
        elif url.fragment and target in pages and urllib.parse.unquote(url.fragment) not in pages[target].anchors:
            broken.append(f"{name}: no such place: {link}")
for sheet in site.rglob("*.css"):
    for url in re.findall(r"url\(['\"]?([^)'\"]+)", sheet.read_text()):
        if not url.startswith(("data:", "#")) and not (sheet.parent / re.split("[?#]", url)[0]).is_file():
            broken.append(f"{sheet.relative_to(site)}: no such file: {url}")
for line in broken:
    print(f"docs: {line}")
print(f"docs: {len(pages)} pages, {links} links, {formulas} formulas, {len(broken)} faults")
sys.exit(1 if broken or not pages or not formulas else 0)
