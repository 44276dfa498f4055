"""Makes the reference's pages find what they need wherever the site lies, and all that they ask for.

    relative.py API

Its compiler writes addresses from the root of a server, /api/...; here they start from the page.
"""

import pathlib
import sys

api = pathlib.Path(sys.argv[1])
for page in api.rglob("index.html"):
    up = "../" * (len(page.relative_to(api).parts) - 1) or "./"
    text = page.read_text()
    text = text.replace('baseUrl = "/api/"', r'baseUrl = location.pathname.replace(/\/api\/.*/, "/api/")')
    page.write_text(text.replace('"/api/', f'"{up}').replace(f', "{up}")', ', "/api/")'))
# Asked for by every page; it would change colours and fonts.
(api / "theme-settings.json").write_text("{}\n")
