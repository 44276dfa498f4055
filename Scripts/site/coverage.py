"""Which public symbols say too little, by the symbol graphs of all modules.

    coverage.py GRAPHS

Prints how many are documented, names those of which something is missing, and ends with 1 if there are any:

- documentation of three words or more;
- when it throws, of what throws;
- every parameter or none, as far as the graph has their names;
- a formula and a source:
  - in modules that are theory, of every type but errors; an inner type has its outer one's;
  - in modules of methods, of every type that is made to do something: one that has an initialiser or a static function, and
    a function of its own; and of every enum that is a name for static functions. Records, results, options and choices have
    no functions, or are not made;
  - of every static function or property that makes a law, an ensemble or a covariance, in its own words.

A formula is a block that is not Swift; a source is a `Reference:` or a preprint.

What a protocol or the standard library documents for its conformers counts as documented; members that the compiler makes do not count.
"""

import json
import pathlib
import re
import sys

THEORY = {"KacRice", "Models", "Planting"}
METHODS = {"CriticalPoints", "Dynamics", "GaussianFields", "RandomMatrices", "SpecialFunctions", "SpinGlasses"}
# What is made by static functions.
FAMILIES = {"Covariance", "MatrixEnsemble", "SpectralLaw", "SpectrumEnsemble"}
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


def has_formula(text):
    """Whether there is a block of its own that is not Swift."""
    return any(not re.search(r"\b(let|var) ", block) for block in re.findall(r"(?:\A|(?<=\n\n))(?: {4}.*\S.*(?:\n|\Z))+", text))


def does(kind, members):
    """Whether a type is made to do something, by the kinds of its members."""
    static = "swift.type.method" in members
    if kind == "swift.enum" and "swift.enum.case" not in members:
        return static
    return kind in {"swift.struct", "swift.class"} and "swift.method" in members and (static or "swift.init" in members)


def makes(symbol, family):
    """Whether a static member is or returns one of a family of types."""
    fragments = {
        "swift.type.method": symbol.get("functionSignature", {}).get("returns", []),
        "swift.type.property": symbol["declarationFragments"],
    }.get(symbol["kind"]["identifier"], [])
    return any(f.get("preciseIdentifier") in family for f in fragments)


def missing(symbol, text, theory):
    """What a symbol does not say; `theory` is where a formula and a source have to be, if it has to have them."""
    if len(text.split()) < 3:
        yield "documentation" if text else "any documentation"
    throws = any(f["spelling"] in ("throws", "rethrows") for f in symbol["declarationFragments"] if f["kind"] == "keyword")
    if throws and not re.search("throw|error", text, re.I):
        yield "when it throws"
    for name in undocumented(symbol, text):
        yield f"parameter {name}"
    if theory is not None:
        if not has_formula(theory):
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
    conforming = [(r["source"], r["target"]) for r in graph["relationships"] if r["kind"] == "conformsTo"]
    errors = {source for source, target in conforming if target == "s:s5ErrorP"}
    family = {i for i, s in symbols.items() if s["kind"]["identifier"] == "swift.protocol" and s["names"]["title"] in FAMILIES}
    family |= {source for source, target in conforming if target in family}
    members = {}
    for symbol, around in outer.items():
        if symbol in symbols and "location" in symbols[symbol] and symbols[symbol]["accessLevel"] == "public":
            members.setdefault(around, set()).add(symbols[symbol]["kind"]["identifier"])
    for identity, symbol in symbols.items():
        if symbol["accessLevel"] != "public" or "location" not in symbol:
            continue
        text = text_of(symbol)
        if identity in inherited and not text:
            documented += 1
            continue
        kind, theory = symbol["kind"]["identifier"], None
        if makes(symbol, family):
            theory = text
        elif kind in TYPES and identity not in errors and (
            module in THEORY or module in METHODS and does(kind, members.get(identity, set()))
        ):
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
