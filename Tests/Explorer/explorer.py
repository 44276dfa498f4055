"""Uses `saddlery explore` as a reader does, and as an enemy: python3 explorer.py PROGRAM."""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import xml.dom.minidom

from page import MOVE, OBSTACLES, Page
from server import Server, hostile

PANELS = {
    "index-energy": dict(
        guess="input[value=saddle]", dot="#index-energy-plot [data-start]", slider="[name=n]", value=44,
        select="#index-energy-select", words="#spectrum-words", summary="#index-energy-summary", numbers="#index-energy-numbers",
        svg="index-energy-plot", fresh="document.querySelector('#index-energy-words').textContent.includes('N = 44')"),
    "field": dict(
        guess="input[value=twice]", dot="#field-plot [data-point]", slider="[data-panel=field] [name=size]", value=9,
        select="#field-select", words="#field-words", summary="#field-summary", numbers="#field-numbers",
        svg="field-plot", fresh="document.querySelector('#field-words').textContent.includes('period 9')"),
    "counts": dict(
        guess="input[value=phase]", dot="#counts-plot path", slider="[data-panel=counts] [name=n]", value=7,
        words="#counts-words", summary="#counts-summary", numbers="#counts-numbers",
        svg="counts-plot", fresh="document.querySelector('#counts-words').textContent.includes('N = 7')"),
    "network": dict(
        guess="input[value=few]", dot="#network-plot [data-orbit]", slider="[data-panel=network] [name=decay]", value="0.03",
        select="#network-select", words="#network-spectrum-words", summary="#network-summary", numbers="#network-numbers",
        svg="network-plot", fresh="document.querySelector('#network-words').textContent.includes('decay 0.03')"),
}


def check(name, holds, value=""):
    print(f"{'ok' if holds else 'FAILED'}: {name}{f': {value}' if value != '' else ''}", flush=True)
    check.failed += not holds


check.failed = 0


def figures(text):
    return [float(word) for word in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", text.replace("−", "-"))]


def use(page, server, name, downloads):
    """A panel from its question to the script that gives its numbers."""
    panel = PANELS[name]
    shown = f"document.querySelector('[data-panel={name}] .shown')"
    summary = f"document.querySelector('{panel['summary']}').textContent.match(/distinct|proved|every/)"
    page.open(f"{server.address}#panel={name}")
    page.wait("the panel", f"!document.querySelector('[data-panel={name}]').hidden")
    check(f"{name}: a guess comes first", page.run(f"return {shown}.hidden"))
    page.find(panel["guess"]).click()
    page.wait("the figure", f"!{shown}.hidden")
    page.wait("dots", f"document.querySelector('{panel['dot']}')")
    page.wait("the end", summary)
    check(f"{name}: the guess is judged", "Yes" in page.text(f"[data-panel={name}] .judgement"))

    page.run(f"window.isFresh = () => {panel['fresh']}")
    time = page.driver.execute_async_script(MOVE, panel["slider"], panel["value"], panel["dot"])
    check(f"{name}: a slider's move to the first new dots", time < 1000, f"{time:.0f} ms")
    page.wait("the end", summary)

    if "select" in panel:
        before = page.text(panel["numbers"])
        for _ in range(3):
            page.find(panel["select"]).send_keys("\ue014")
        page.wait("another point", f"document.querySelector('{panel['numbers']}').innerText !== {before!r}")
    numbers = page.text(panel["numbers"])
    words = page.text(panel["words"])
    if "select" in panel:
        check(f"{name}: a dot is selected by the keyboard", len(figures(numbers)) >= 3, numbers.replace("\n", " "))
    if name == "index-energy":
        check("index-energy: its spectrum is shown", "43 eigenvalues" in words, words)
    if name == "network":
        check("network: its spectrum is shown", "9 eigenvalues" in words, words)
    if name == "field":
        page.run("document.querySelector('#field-x').dispatchEvent(new Event('input', { bubbles: true }))")
        page.wait("the ball", "document.querySelector('#field-ball').textContent.includes('steps')")
    ball = page.text("#field-ball") if name == "field" else ""

    link, total = page.run("return location.href"), page.text(panel["summary"])
    page.open(link)
    page.wait("the end", summary)
    if ball:
        page.wait("the ball", "document.querySelector('#field-ball').textContent.includes('rests')")
    same = (page.text(panel["numbers"]), page.text(panel["summary"])) == (numbers, total)
    check(f"{name}: the link gives the same state", same, link.split("#")[1])

    for selector in [f"[data-save={panel['svg']}]", f"[data-panel={name}] [data-table]", f"[data-panel={name}] [data-script]"]:
        page.find(selector).click()
    paths = {kind: os.path.join(downloads, file) for kind, file in
             [("svg", panel["svg"] + ".svg"), ("csv", name + ".csv"), ("swift", name + ".swift")]}
    wait(lambda: all(map(os.path.exists, paths.values())))
    picture = xml.dom.minidom.parse(paths["svg"])
    check(f"{name}: the figure parses", len(picture.getElementsByTagName("text")) > 10)
    with open(paths["csv"]) as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    dots = page.run(f"return document.querySelectorAll('{panel['dot']}').length") if "select" in panel else 32
    check(f"{name}: the table has the dots", len(rows) == dots > 10, len(rows))
    check(f"{name}: nothing stands in the way", page.run(OBSTACLES) == [], page.run(OBSTACLES))
    page.width(390)
    check(f"{name}: nor at 390 pixels", page.run(OBSTACLES) == [], page.run(OBSTACLES))
    page.width(1200)

    run = subprocess.run(["Scripts/run", paths["swift"]], capture_output=True, text=True, env={**os.environ, "TMPDIR": downloads})
    printed = figures(run.stdout)
    # Energy and the ends of the spectrum; where the ball is and the deepest minimum; all but the field.
    shown = figures(numbers)
    wanted = {
        "index-energy": figures(total) + shown[:1] + shown[2:], "field": figures(ball), "counts": shown[1:], "network": shown}[name]
    missing = [value for value in wanted if not any(abs(value - other) <= 0.51 * 10 ** -digits(value) for other in printed)]
    check(f"{name}: its script prints the page's numbers", run.returncode == 0 and wanted and not missing,
          f"{wanted}, missing {missing} {run.stderr[-300:]}")


def patience(page, program):
    """What a page does when others are at work, and when its server is gone and comes back."""
    server = Server(program)
    others = [server.read("/index-energy?n=120&points=1000") for _ in range(4)]
    for other in others:
        while b"event: theory" not in other.recv(65536):
            pass
    alert = "document.querySelector('[data-panel=index-energy] [role=alert]')"
    page.open(f"{server.address}#panel=index-energy&n=20&points=50")
    page.wait("the turn", f"{alert}.textContent.includes('waits')")
    for other in others:
        other.close()
    ended = f"{alert}.hidden && document.querySelector('#index-energy-summary').textContent.match(/distinct/)"
    check("a page waits for its turn", page.wait("the end", ended))

    server.stop()
    move = "const input = document.querySelector('[name=n]'); input.value = arguments[0];" \
           "input.dispatchEvent(new Event('input', { bubbles: true }))"
    page.run(move, 24)
    page.wait("the loss", f"{alert}.textContent.includes('does not answer')")
    server = Server(program, server.port)
    ended += " && document.querySelector('#index-energy-words').textContent.includes('N = 24')"
    check("a page goes on with a server that comes back", page.wait("the end", ended))
    check("and says when there is none", len(page.complaints()) > 0)
    server.stop()


def memory(page, program):
    """Two hundred moves, and two hundred more, take no more memory, and no processor when they are over."""
    # One heap: glibc has one for each thread otherwise, and each of them grows to what one of its works once took.
    server = Server(program, environment={"MALLOC_ARENA_MAX": "1"})
    page.open(f"{server.address}#panel=index-energy&points=600")
    sizes = []
    for move in range(400):
        page.run("const input = document.querySelector('[name=n]'); input.value = arguments[0];"
                 "input.dispatchEvent(new Event('input', { bubbles: true }))", 20 + move % 50)
        time.sleep(0.01)
        if move in (199, 399):
            page.wait("the end", "document.querySelector('#index-energy-summary').textContent.match(/distinct/)", 60)
            time.sleep(0.3)
            sizes.append(server.status("VmRSS"))
    check("memory after 200 moves and after 400", sizes[1] < 1.25 * sizes[0], f"{sizes} kB")
    used = server.seconds()
    time.sleep(1)
    check("nothing goes on behind", server.seconds() - used < 0.1, f"{server.seconds() - used} s")
    server.stop()


def handout(page, program, folder):
    """The page as one file, with the network off."""
    path = os.path.join(folder, "page.html")
    run = subprocess.run([program, "explore", "--export", path], capture_output=True, text=True)
    size = os.path.getsize(path) if run.returncode == 0 else 0
    for option in (["--port", "5"], ["--no-open"]):
        refused = subprocess.run([program, "explore", "--export", path + "2", *option], capture_output=True, text=True)
        check(f"handout: {option[0]} is refused", refused.returncode == 64 and not os.path.exists(path + "2"), refused.stderr.strip())
    check("handout: written, under 1 MB", 0 < size < 1_000_000, f"{size} bytes {run.stderr}")
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions", {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0})
    for name, panel in PANELS.items():
        page.open(f"file://{path}#panel={name}&guess={panel['guess'].split('=')[1][:-1]}")
        page.wait("the figure", f"document.querySelector('{panel['dot']}')")
        shown = "[" + ", ".join(f"'{panel[part]}'" for part in ("words", "numbers", "summary")) + \
                "].map(place => document.querySelector(place).innerText).join()"
        before = page.run("return " + shown)
        choices = page.run(f"return [...document.querySelectorAll('[data-panel={name}] .controls select')]"
                           ".filter(node => node.checkVisibility()).map(node => [node.name, node.options.length])")
        for choice, count in choices:
            for i in range(count):
                page.run("const [name, choice, i] = arguments, node = document.querySelector(`[data-panel=${name}] .controls [name=${choice}]`);"
                         "node.selectedIndex = i; node.dispatchEvent(new Event('input', { bubbles: true }))", name, choice, i)
                trouble = page.run(f"return document.querySelector('[data-panel={name}] [role=alert]').textContent")
                check(f"handout: {name}, {choice} {i}", not trouble, trouble)
        page.wait("another figure", f"{shown} !== {json.dumps(before)}")
        check(f"handout: {name}: nothing stands in the way", page.run(OBSTACLES) == [], page.run(OBSTACLES))
    page.open(f"file://{path}#panel=field&x=2&y=2&method=momentum")
    page.wait("the ball", "document.querySelector('#field-ball').textContent.includes('steps')")
    page.driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})


def digits(value):
    text = repr(value)
    return len(text.split(".")[1]) if "." in text and "e" not in text else 4


def wait(what, patience=20):
    end = time.monotonic() + patience
    while not what():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


def main(program):
    with tempfile.TemporaryDirectory() as downloads:
        server = Server(program)
        page = Page(downloads)
        try:
            first = Server(program)
            start = time.monotonic() - first.started
            check("interrupted at once it ends with 75", first.stop() == 75)
            page.open(server.address)
            page.wait("the page", "document.querySelector('h1').checkVisibility()")
            paint = page.wait("paint", "performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
            check("first paint after the start", start + paint / 1000 < 2, f"{start:.3f} + {paint / 1000:.3f} s")
            for name in PANELS:
                use(page, server, name, downloads)
            handout(page, program, downloads)
            complaints = page.complaints()
            check("the browser complains of nothing", not complaints, complaints)

            patience(page, program)
            memory(page, program)
        except BaseException:
            for process in Server.processes:
                process.kill()
            raise
        finally:
            page.close()

        peak = server.status("VmHWM")
        for name, request, status in hostile(server):
            answer, seconds = request()
            got = answer.split(b" ")[1].decode() if answer.startswith(b"HTTP/1.1 ") else "nothing"
            check(f"refused: {name}", got == str(status) and seconds < 12, f"{got} in {seconds:.2f} s")
        check("and it goes on", b"200 OK" in server.get("/")[0])
        check("in as much memory as before", server.status("VmHWM") < peak + 20_000, f"{peak} to {server.status('VmHWM')} kB")
        check("interrupted it ends with 75", server.stop() == 75)
    sys.exit(f"{check.failed} checks failed" if check.failed else 0)


main(os.path.abspath(sys.argv[1]))
