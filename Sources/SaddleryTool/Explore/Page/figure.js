"use strict";
// Figures as SVG: axes, curves, and what can be taken along.
const Explore = {};

Explore.figure = (() => {
  const [width, height, left, right, top, bottom] = [560, 400, 62, 548, 14, 346];
  const ink = "#1b1f24";

  const element = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const plain = (value, digits) => value.toFixed(digits).replace("-", "−");

  const raised = value => String(value).replace("-", "⁻").replace(/\d/g, digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]);

  const ticks = ([from, to], least = 0) => {
    const raw = Math.max((to - from) / 6, least), power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map(k => k * power).find(step => step >= raw);
    const all = [];
    for (let k = Math.ceil(from / step); k * step <= to * (1 + 1e-12); k++) all.push(k * step);
    return { all, digits: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
  };

  /// Axes with their ranges and labels; `isSquare` for maps, with equal units on both, `isPower` where y is a power of ten, `isCount` where
  /// it is a whole number.
  const frame = (svg, xRange, yRange, xLabel, yLabel, { isSquare = false, isPower = false, isCount = false } = {}) => {
    // Words stay readable where the figure is small.
    const size = Math.min(20, Math.max(14, 12 * svg.viewBox.baseVal.width / (svg.clientWidth || width)));
    const [l, r] = isSquare ? [(width - bottom + top) / 2 + 10, (width + bottom - top) / 2 + 10] : [left + 3 * (size - 14), right];
    const x = v => l + (v - xRange[0]) / (xRange[1] - xRange[0]) * (r - l);
    const y = v => bottom - (v - yRange[0]) / (yRange[1] - yRange[0]) * (bottom - top);
    const g = element("g", { "font-family": "system-ui, sans-serif", "font-size": size, fill: ink });
    g.append(element("rect", { x: 0, y: 0, width, height, fill: "#ffffff" }));
    const xs = ticks(xRange), ys = ticks(yRange, isCount ? 1 : 0);
    for (const v of xs.all) {
      if (!isSquare) g.append(element("line", { x1: x(v), x2: x(v), y1: top, y2: bottom, stroke: "#e3e7ec" }));
      g.append(element("text", { x: x(v), y: bottom + 20, "text-anchor": "middle" }, plain(v, xs.digits)));
    }
    for (const v of ys.all) {
      if (!isSquare) g.append(element("line", { x1: l, x2: r, y1: y(v), y2: y(v), stroke: "#e3e7ec" }));
      if (isPower && !Number.isInteger(v)) continue;
      g.append(element("text", { x: l - 8, y: y(v) + 5, "text-anchor": "end" }, isPower ? "10" + raised(v) : plain(v, ys.digits)));
    }
    g.append(element("rect", { x: l, y: top, width: r - l, height: bottom - top, fill: "none", stroke: "#4c5561" }));
    g.append(element("text", { x: (l + r) / 2, y: 390, "text-anchor": "middle" }, xLabel));
    g.append(element("text", { transform: `translate(${l - 33 - 0.95 * size} ${(top + bottom) / 2}) rotate(-90)`, "text-anchor": "middle" }, yLabel));
    svg.replaceChildren(g);
    return { g, x, y, top, bottom, left: l, right: r, size };
  };

  const path = (points, { x, y }, attributes) => element("path", {
    d: points.map(([a, b], i) => (i && points[i - 1] ? "L" : "M") + x(a).toFixed(1) + " " + y(b).toFixed(1)).join(""),
    fill: "none", stroke: ink, "stroke-width": 2, ...attributes });

  /// A column of samples with words, from a place downwards.
  const legend = ({ g, size }, left, top, rows) => rows.forEach(([make, text], i) => {
    const at = top + 1.45 * size * i;
    g.append(make(left + 15, at), element("text", { x: left + 38, y: at + 5, "font-size": size - 1 }, text));
  });

  const stroke = attributes => (x, y) => element("line", { x1: x - 15, x2: x + 15, y1: y, y2: y, stroke: ink, "stroke-width": 2, ...attributes });

  /// A mark of an index: they differ in shape as well as in colour.
  const mark = (kind, x, y, size, attributes = {}) => {
    const colour = { minimum: "#d55e00", saddle: "#0072b2", maximum: "#009e73" }[kind];
    const points = { minimum: [[-1, -0.8], [1, -0.8], [0, 1.1]], maximum: [[-1, 0.8], [1, 0.8], [0, -1.1]] }[kind];
    return points
      ? element("polygon", {
        points: points.map(([a, b]) => `${(x + a * size * 1.3).toFixed(1)},${(y + b * size * 1.3).toFixed(1)}`).join(" "), fill: colour, ...attributes })
      : element("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: size, fill: colour, ...attributes });
  };

  /// Where in the figure a click was.
  const place = (svg, event) => {
    const box = svg.getBoundingClientRect(), view = svg.viewBox.baseVal;
    return [view.x + (event.clientX - box.left) * view.width / box.width, view.y + (event.clientY - box.top) * view.height / box.height];
  };

  /// The number of the item next to a place, no further than a finger is wide; -1 if there is none.
  const nearest = ([px, py], items, at, reach = 30) => {
    const away = items.map(item => { const [x, y] = at(item); return Math.hypot(x - px, y - py); });
    const least = Math.min(...away);
    return least < reach ? away.indexOf(least) : -1;
  };

  const save = (name, type, text) => {
    const a = document.createElement("a");
    a.href = URL.createObjectURL(new Blob([text], { type }));
    a.download = name;
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 1000);
  };

  /// A figure as a file of its own.
  const picture = svg => {
    const copy = svg.cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.prepend(element("desc", {}, document.getElementById(svg.getAttribute("aria-labelledby")).textContent));
    for (const name of ["id", "role", "aria-labelledby"]) copy.removeAttribute(name);
    return new XMLSerializer().serializeToString(copy) + "\n";
  };

  return { element, frame, path, legend, stroke, mark, plain, place, nearest, save, picture };
})();
