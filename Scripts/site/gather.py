"""Lays out the source of the site: pages of the repository, with their links turned to where they lead on the site.

    gather.py ROOT OUT

A link that leads to no file of the repository ends this with status 65. One to a file that the site does not have becomes a link into the
repository whose address CITATION.cff gives, or plain text if it gives none.
"""

import os
import pathlib
import re
import shutil
import sys

root, out = (pathlib.Path(p).resolve() for p in sys.argv[1:3])
SITE = "Documentation/site/"


def pages():
    """Where each Markdown page goes, by its path in the repository."""
    renamed = {"README.md": "readme.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}
    kept = ["Documentation/*.md", "Papers/*.md", "Experiments/*/README.md"]
    found = dict(renamed)
    for pattern in kept:
        found |= {str(p.relative_to(root)): str(p.relative_to(root)) for p in root.glob(pattern)}
    for path in (root / SITE).rglob("*.md"):
        name = str(path.relative_to(root))
        found[name] = name.removeprefix(SITE)
    for path in (root / "Examples").glob("*.swift"):
        name = str(path.relative_to(root))
        found[name] = name.removesuffix(".swift") + ".md"
    return found


places = pages()
citation = (root / "CITATION.cff").read_text()
address = re.search(r"^repository-code: *[\"']?([^\"'\s]+)", citation, re.M)
broken = []


def place(name):
    """Where a file of the repository lies on the site, figures beside their pages; none if it does not."""
    if name in places:
        return places[name]
    return name.removeprefix(SITE) if name.endswith((".svg", ".png")) else None


def turned(source, mark, text, target):
    path, _, fragment = target.partition("#")
    if re.match(r"[a-z]+:", target) or not path:
        return f"{mark}[{text}]({target})"
    if source.startswith(SITE) and (path == "api" or path.startswith("api/")):
        return api_link(places[source], text, path)
    name = os.path.normpath(os.path.join(os.path.dirname(source), path))
    if name.startswith("..") or not (root / name).exists():
        broken.append(f"{source}: {target}")
        return text
    there = place(name)
    if there is None:
        return f"[{text}]({address[1]}/blob/main/{name})" if address else text
    if name not in places:
        (out / there).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, out / there)
    here = os.path.dirname(places[source]) or "."
    return f"{mark}[{text}]({os.path.relpath(there, here)}{'#' + fragment if fragment else ''})"


LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)")
# Code, which has no links: fences, then spans.
CODE = re.compile(r"(^ *(`{3,}|~{3,})[^\n]*\n.*?^ *\2 *$|(?<!`)`[^`\n]+`(?!`))", re.M | re.S)


def with_links(source, text):
    """The text with its links turned; code stands aside meanwhile, so that link texts may hold it."""
    aside = []

    def put(match):
        aside.append(match[0])
        return f"\x00{len(aside) - 1}\x00"

    text = CODE.sub(put, text)
    text = LINK.sub(lambda m: turned(source, m[1], m[2], m[3]), text)
    return re.sub("\x00(\\d+)\x00", lambda m: aside[int(m[1])], text)


def api_link(place, text, path):
    """A link to the reference, which the page builder does not know."""
    up = "../" * place.count("/")
    return f'<a href="{up}{path}">{text}</a>'


def main():
    shutil.rmtree(out, ignore_errors=True)
    for source, there in sorted(places.items()):
        text = (root / source).read_text()
        if source.endswith(".swift"):
            name = pathlib.Path(source).stem
            text = f"# {name}\n\n`Scripts/run {source}`\n\n```swift\n{text}```\n"
        else:
            text = with_links(source, text)
        (out / there).parent.mkdir(parents=True, exist_ok=True)
        (out / there).write_text(text)
    for line in broken:
        print(f"docs: no such file: {line}", file=sys.stderr)
    sys.exit(65 if broken else 0)


main()
