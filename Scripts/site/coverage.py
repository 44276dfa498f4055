"""Which public symbols say too little, by the symbol graphs of all modules.

    coverage.py GRAPHS

Prints how many are documented, names those of which something is missing, and ends with 1 if there are any:

- documentation of three words or more;
- when it throws, of what throws;
- every parameter or none, as far as the graph has their names;
- a formula and a source, in modules that are theory, of every type but errors; an inner type has its outer one's.

What a protocol or the standard library documents for its conformers counts as documented; members that the compiler makes do not count.
"""

import json
import pathlib
import re
import sys

THEORY = {"KacRice", "Models", "Planting"}
TYPES = {"swift.struct", "swift.enum", "swift.class", "swift.protocol"}


def text_of(symbol):
    return "\n".join(line["text"] for line in symbol.get("docComment", {}).get("lines", []))


def undocumented(symbol, text):
    """Parameters that a list of parameters leaves out."""
    if not re.search(r"^- Parameters?\b", text, re.M):
        return []
    said = set(re.findall(r"^(?:- Parameter|  -) (\w+):", text, re.M))
    parameters = symbol.get("functionSignature", {}).get("parameters", [])
    return [p["name"] for p in parameters if not {p["name"], p.get("internalName")} & said]


def missing(symbol, text, theory):
    """What a symbol does not say; `theory` is its text with those of the types around it, if it has to have a formula and a source."""
    if len(text.split()) < 3:
        yield "documentation" if text else "any documentation"
    throws = any(f["spelling"] in ("throws", "rethrows") for f in symbol["declarationFragments"] if f["kind"] == "keyword")
    if throws and not re.search("throw|error", text, re.I):
        yield "when it throws"
    for name in undocumented(symbol, text):
        yield f"parameter {name}"
    if theory is not None:
        if not re.search(r"^ {4,}\S|[=∝≤≥→]", theory, re.M):
            yield "a formula"
        if not re.search(r"Reference|arXiv:", theory):
            yield "a source"


documented, faults = 0, []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*/*.symbols.json")):
    graph = json.loads(path.read_text())
    module = graph["module"]["name"]
    symbols = {s["identifier"]["precise"]: s for s in graph["symbols"]}
    inherited = {r["source"] for r in graph["relationships"] if "sourceOrigin" in r}
    outer = {r["source"]: r["target"] for r in graph["relationships"] if r["kind"] == "memberOf"}
    errors = {r["source"] for r in graph["relationships"] if r["kind"] == "conformsTo" and r["target"] == "s:s5ErrorP"}
    for identity, symbol in symbols.items():
        if symbol["accessLevel"] != "public" or "location" not in symbol:
            continue
        text = text_of(symbol)
        if identity in inherited and not text:
            documented += 1
            continue
        theory = None
        if module in THEORY and symbol["kind"]["identifier"] in TYPES and identity not in errors:
            around, theory = identity, ""
            while around in symbols:
                theory += text_of(symbols[around]) + "\n"
                around = outer.get(around)
        place = symbol["location"]
        name = f"{pathlib.Path(place['uri']).name}:{place['position']['line'] + 1}: {module}.{'.'.join(symbol['pathComponents'])}"
        found = [f"{name} lacks {what}" for what in missing(symbol, text, theory)]
        documented += not found
        faults.append(found)
for line in sum(faults, []):
    print(f"docs: {line}")
total = documented + sum(map(bool, faults))
print(f"docs: {documented} of {total} public symbols say what they have to")
sys.exit(1 if documented < total or not total else 0)
