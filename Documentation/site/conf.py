"""How the site is built. Scripts/docs lays out its source, this file among it."""

import os

from sphinxcontrib import katex

project = "Saddlery"
author = "The Saddlery contributors"
copyright = author
extensions = ["myst_parser", "sphinxcontrib.katex", "sphinx_design", "sphinx_copybutton"]
root_doc = "index"
# ξ'' has primes, no quotes.
smartquotes = False

myst_enable_extensions = ["dollarmath", "colon_fence", "deflist", "attrs_inline"]
myst_fence_as_directive = ["math"]
myst_heading_anchors = 4
# Headings of the taken-in pages stand as they are; the highlighter does not know all of Swift.
suppress_warnings = ["myst.header", "misc.highlighting_failure"]

katex_prerender = True
# Over the socket of a file it fails where the renderer is slow to listen; over a port it asks again. A busy machine takes its time.
katex.KaTeXServer.start_server_process = katex.KaTeXServer.start_network_socket
katex.STARTUP_TIMEOUT = katex.RENDER_TIMEOUT = 60.0
katex_js_path = os.environ["SADDLERY_KATEX"] + "/katex.min.js"
katex_css_path = "katex/katex.min.css"
html_static_path = ["_static"]

html_theme = "furo"
html_title = "Saddlery"
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_css_files = ["site.css"]
pygments_style = "friendly"
pygments_dark_style = "native"
