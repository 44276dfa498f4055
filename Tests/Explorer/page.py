"""A page in headless Chromium."""
import shutil
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By


class Page:
    def __init__(self, downloads):
        options = webdriver.ChromeOptions()
        for word in ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,1600"]:
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.add_experimental_option("prefs", {"download.default_directory": downloads})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))

    def open(self, address):
        self.driver.get("about:blank")
        self.driver.get(address)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.find(selector).text

    def wait(self, what, script, patience=20):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if value := self.run("return " + script):
                return value
            time.sleep(0.02)
        raise AssertionError(f"{what}: did not come in {patience} s")

    def width(self, pixels):
        """Of the page itself: the window of a desktop cannot be as narrow as a phone."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": pixels, "height": 800, "deviceScaleFactor": 1, "mobile": pixels < 600})

    def complaints(self):
        return [entry for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def close(self):
        self.driver.quit()


# Milliseconds from moving a slider to a dot of the new landscape.
MOVE = """
const [selector, value, mark, done] = arguments, input = document.querySelector(selector);
const old = document.querySelector(mark), start = performance.now();
const watch = () => {
  const now = document.querySelector(mark);
  if (now && now !== old && !now.isSameNode(old) && window.isFresh()) done(performance.now() - start);
  else requestAnimationFrame(watch);
};
input.value = value;
input.dispatchEvent(new Event("input", { bubbles: true }));
requestAnimationFrame(watch);
"""

# What stands in the way of those who use a keyboard or a screen reader, or do not see colours well.
OBSTACLES = """
const found = [], visible = node => node.checkVisibility();
if (!document.documentElement.lang) found.push("no language");
const ids = [...document.querySelectorAll("[id]")].map(node => node.id);
for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) found.push("twice: #" + id);
for (const node of document.querySelectorAll("[aria-labelledby]"))
  if (visible(node)) for (const id of node.getAttribute("aria-labelledby").split(" "))
    if (!document.getElementById(id)?.textContent.trim()) found.push("no words for " + node.id);
for (const node of document.querySelectorAll("input, select, textarea"))
  if (visible(node) && !node.labels?.length && !node.getAttribute("aria-label")) found.push("no label: " + node.outerHTML);
for (const node of document.querySelectorAll("button, a[href], summary"))
  if (visible(node) && !node.textContent.trim()) found.push("no words: " + node.outerHTML);
for (const node of document.querySelectorAll("svg"))
  if (visible(node) && (node.getAttribute("role") !== "img" || !node.getAttribute("aria-labelledby"))) found.push("no words: " + node.id);
for (const node of document.querySelectorAll("[tabindex]")) if (node.tabIndex > 0) found.push("order of tabs: " + node.outerHTML);
const heads = [...document.querySelectorAll("h1, h2, h3, h4")].filter(visible).map(node => Number(node.tagName[1]));
if (heads.filter(level => level === 1).length !== 1) found.push("first headings: " + heads);
heads.forEach((level, i) => { if (i && level > heads[i - 1] + 1) found.push("headings skip: " + heads); });
for (const name of ["main", "header", "nav[aria-label]"]) if (!document.querySelector(name)) found.push("no " + name);
const rgb = text => text.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
  .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const ground = node => {
  for (let at = node; at; at = at.parentElement) {
    const colour = rgb(getComputedStyle(at).backgroundColor);
    if (colour.length < 4 || colour[3] > 0) return colour;
  }
  return [255, 255, 255];
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || !visible(node) || node.closest("script, noscript")) continue;
  const style = getComputedStyle(node), isDrawn = node.closest("svg");
  const [a, b] = [light(rgb(isDrawn ? style.fill : style.color)), light(isDrawn ? [255, 255, 255] : ground(node))];
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (contrast < 4.5) found.push("contrast " + contrast.toFixed(2) + ": " + walker.currentNode.textContent.trim());
}
if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the screen: " + document.documentElement.scrollWidth);
return found;
"""
