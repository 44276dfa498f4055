"""Which public symbols have no documentation, by the symbol graphs of all modules.

    coverage.py GRAPHS

Prints how many have some, names those that have none, and ends with 1 if there are any. What a protocol or the standard library documents
for its conformers counts as documented; members that the compiler makes do not count.
"""

import json
import pathlib
import sys

documented, bare = 0, []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*/*.symbols.json")):
    graph = json.loads(path.read_text())
    inherited = {r["source"] for r in graph["relationships"] if "sourceOrigin" in r}
    for symbol in graph["symbols"]:
        if symbol["accessLevel"] != "public" or "location" not in symbol:
            continue
        if symbol.get("docComment") or symbol["identifier"]["precise"] in inherited:
            documented += 1
        else:
            place = symbol["location"]
            line = place["position"]["line"] + 1
            name = ".".join(symbol["pathComponents"])
            bare.append(f"{pathlib.Path(place['uri']).name}:{line}: {graph['module']['name']}.{name}")
for line in bare:
    print(f"docs: no documentation: {line}")
total = documented + len(bare)
print(f"docs: {documented} of {total} public symbols are documented")
sys.exit(1 if bare or not total else 0)
