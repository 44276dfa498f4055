"use strict";
// One panel: index against energy of one Hamiltonian, and the Hessian's spectrum at the point that is selected.
(() => {
  const $ = id => document.getElementById(id);
  const plain = { model: "3", mixture: "2:0.5,3:1", field: 0, n: 40, points: 200, seed: 1, selected: null, guess: "" };
  let state = { ...plain };
  let theory = null, exact = null, summary = null, source = null, isDue = false, isStale = false;
  let dots = [];          // the critical points, each once, from the lowest to the highest
  let axes = null;        // of the figure, for picking dots

  // The state is the link.

  const readLink = () => {
    const link = new URLSearchParams(location.hash.slice(1));
    state = { ...plain };
    for (const name of Object.keys(plain)) {
      if (!link.has(name)) continue;
      const text = link.get(name);
      state[name] = typeof plain[name] === "number" || name === "selected" ? Number(text) : text;
      if (typeof state[name] === "number" && !Number.isFinite(state[name])) state[name] = plain[name];
    }
    return link.size > 0;
  };

  const link = () => {
    const link = new URLSearchParams();
    for (const [name, value] of Object.entries(state)) {
      if (value === null || value === "" && name !== "model" || name === "mixture" && state.model) continue;
      link.set(name, value);
    }
    return "#" + link;
  };

  const writeLink = () => history.replaceState(null, "", link());

  const mixture = () => {
    const own = state.model ? state.model + ":1" : state.mixture.trim();
    return state.field > 0 ? "1:" + state.field + "," + own : own;
  };

  const request = () => {
    const query = new URLSearchParams({ mixture: mixture(), n: state.n, seed: state.seed, points: state.points });
    if (state.selected !== null) query.set("selected", state.selected);
    return query;
  };

  // What is computed.

  const start = () => {
    source?.close();
    [isStale, summary] = [true, null];
    $("trouble").hidden = true;
    const query = request();
    query.delete("selected");
    const own = source = new EventSource("index-energy?" + query);
    const on = (name, body) => own.addEventListener(name, event => {
      if (own !== source) return;
      body(JSON.parse(event.data));
      draw();
    });
    on("theory", value => [theory, exact, dots, isStale] = [value, null, [], false]);
    on("points", values => {
      dots = dots.concat(values).sort((a, b) => a.energy - b.energy || a.start - b.start);
    });
    on("summary", value => {
      summary = value;
      const repeats = new Set(value.repeats);
      dots = dots.filter(dot => !repeats.has(dot.start));
    });
    on("exact", value => exact = value);
    on("end", () => own.close());
    own.onerror = async () => {
      own.close();
      if (own !== source) return;
      let text = "the server does not answer; start it again and reload this page";
      try {
        const answer = await fetch("index-energy.swift?" + query);
        if (!answer.ok) text = await answer.text();
      } catch { /* it is gone */ }
      $("trouble").textContent = text;
      $("trouble").hidden = false;
    };
    writeLink();
  };

  const selected = () => dots.find(dot => dot.start === state.selected) ?? (dots.length ? dots[0] : null);

  // Figures.

  const element = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const colours = { saddle: "#0072b2", minimum: "#d55e00", maximum: "#009e73" };
  const [left, right, top, bottom] = [62, 548, 14, 346];

  const ticks = (from, to) => {
    const raw = (to - from) / 6, power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map(k => k * power).find(step => step >= raw);
    const all = [];
    for (let k = Math.ceil(from / step); k * step <= to * (1 + 1e-12); k++) all.push(k * step);
    return { all, digits: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
  };

  const frame = (svg, xRange, yRange, xLabel, yLabel) => {
    const x = v => left + (v - xRange[0]) / (xRange[1] - xRange[0]) * (right - left);
    const y = v => bottom - (v - yRange[0]) / (yRange[1] - yRange[0]) * (bottom - top);
    const g = element("g", { "font-family": "system-ui, sans-serif", "font-size": 14, fill: "#1b1f24" });
    g.append(element("rect", { x: 0, y: 0, width: 560, height: 400, fill: "#ffffff" }));
    const xs = ticks(...xRange), ys = ticks(...yRange);
    for (const v of xs.all) {
      g.append(element("line", { x1: x(v), x2: x(v), y1: top, y2: bottom, stroke: "#e3e7ec" }));
      g.append(element("text", { x: x(v), y: bottom + 20, "text-anchor": "middle" }, v.toFixed(xs.digits).replace("-", "−")));
    }
    for (const v of ys.all) {
      g.append(element("line", { x1: left, x2: right, y1: y(v), y2: y(v), stroke: "#e3e7ec" }));
      g.append(element("text", { x: left - 8, y: y(v) + 5, "text-anchor": "end" }, v.toFixed(ys.digits).replace("-", "−")));
    }
    g.append(element("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: "none", stroke: "#4c5561" }));
    g.append(element("text", { x: (left + right) / 2, y: 390, "text-anchor": "middle" }, xLabel));
    g.append(element("text", { transform: `translate(16 ${(top + bottom) / 2}) rotate(-90)`, "text-anchor": "middle" }, yLabel));
    svg.replaceChildren(g);
    return { g, x, y };
  };

  const path = (points, x, y) =>
    points.map(([a, b], i) => (i ? "L" : "M") + x(a).toFixed(1) + " " + y(b).toFixed(1)).join("");

  const kind = (index) => index === 0 ? "minimum" : index === state.n - 1 ? "maximum" : "saddle";

  const drawPlot = () => {
    if (!theory) return;
    const reach = Math.max(1.1 * theory.threshold, ...dots.map(dot => 1.03 * Math.abs(dot.energy)));
    const { g, x, y } = axes = frame(
      $("plot"), [-reach, reach], [-0.04, 1.04], "energy per spin, E = H/N", "index fraction, k/(N − 1)");
    for (const side of [-1, 1]) {
      g.append(element("line", {
        x1: x(side * theory.threshold), x2: x(side * theory.threshold), y1: top, y2: bottom, stroke: "#4c5561", "stroke-dasharray": "1 4" }));
    }
    g.append(element("text", { x: x(-theory.threshold) + 5, y: top + 16, "font-size": 13 }, "−E∞"));
    const curve = theory.curve.filter(([e, a]) => typeof a === "number" && Math.abs(e) <= reach);
    g.append(element("path", { d: path(curve, x, y), fill: "none", stroke: "#1b1f24", "stroke-width": 2 }));
    for (const dot of dots) {
      const isEnd = dot.index === 0 || dot.index === state.n - 1;
      g.append(element("circle", {
        cx: x(dot.energy).toFixed(1), cy: y(dot.index / (state.n - 1)).toFixed(1), r: isEnd ? 4.5 : 3.2,
        fill: colours[kind(dot.index)], "fill-opacity": 0.75, "data-start": dot.start }));
    }
    if (exact) {
      const line = exact.map((e, k) => [e, k / (exact.length - 1)]).filter(([e]) => typeof e === "number" && Math.abs(e) <= reach);
      g.append(element("path", { d: path(line, x, y), fill: "none", stroke: "#b34700", "stroke-width": 2, "stroke-dasharray": "7 5" }));
    }
    const chosen = selected();
    if (chosen) {
      g.append(element("circle", {
        cx: x(chosen.energy), cy: y(chosen.index / (state.n - 1)), r: 8, fill: "none", stroke: "#1b1f24", "stroke-width": 2.5 }));
    }
    const legend = [["line", "#1b1f24", "", "theory, N → ∞"], ["line", "#b34700", "7 5", `exact means, N = ${state.n}`],
      ["dot", colours.minimum, "", "minimum"], ["dot", colours.saddle, "", "saddle"], ["dot", colours.maximum, "", "maximum"]];
    legend.forEach(([shape, colour, dashes, text], i) => {
      const at = top + 108 + 20 * i - 84;
      if (shape === "line") {
        g.append(element("line", { x1: 352, x2: 382, y1: at + 208, y2: at + 208, stroke: colour, "stroke-width": 2, "stroke-dasharray": dashes }));
      } else g.append(element("circle", { cx: 367, cy: at + 208, r: 4.5, fill: colour }));
      g.append(element("text", { x: 390, y: at + 213, "font-size": 13 }, text));
    });
    $("plot-words").textContent =
      `${theory.model}, N = ${state.n}, seed ${state.seed}. One dot is one place without slope; its height is the part of directions that go down. ${theory.convention}`;
  };

  const drawSpectrum = () => {
    const chosen = selected();
    if (!chosen || !theory) { $("spectrum").replaceChildren(); $("spectrum-words").textContent = ""; return; }
    // The same axes for all points, so that the spectrum is seen to slide.
    const centre = Math.max(...dots.map(dot => Math.abs(dot.radialDerivative)));
    const reach = 1.1 * (theory.radius + centre);
    const count = chosen.spectrum.length, width = 2 * theory.radius / Math.max(6, Math.round(1.5 * Math.sqrt(count)));
    const peak = 2 / (Math.PI * theory.radius);
    const bins = new Map();
    // Zero is the side of a bin: what is below it is the index.
    for (const value of chosen.spectrum) {
      const bin = Math.floor(value / width);
      bins.set(bin, (bins.get(bin) ?? 0) + 1);
    }
    const highest = Math.max(1.3 * peak, ...[...bins.values()].map(k => 1.08 * k / (count * width)));
    const { g, x, y } = frame(
      $("spectrum"), [-reach, reach], [0, highest], "eigenvalue of the Hessian", "density");
    for (const [bin, number] of bins) {
      const height = number / (count * width);
      g.append(element("rect", {
        x: x(bin * width), width: x((bin + 1) * width) - x(bin * width), y: y(height), height: bottom - y(height),
        fill: bin < 0 ? "#0072b2" : "#e69f00", "fill-opacity": 0.75, stroke: "#ffffff", "stroke-width": 0.5 }));
    }
    const law = [];
    for (let i = -60; i <= 60; i++) {
      const t = Math.sin(i / 60 * Math.PI / 2) * theory.radius;
      law.push([t - chosen.radialDerivative, 2 / (Math.PI * theory.radius ** 2) * Math.sqrt(Math.max(0, theory.radius ** 2 - t * t))]);
    }
    g.append(element("path", { d: path(law, x, y), fill: "none", stroke: "#1b1f24", "stroke-width": 2 }));
    g.append(element("line", { x1: x(0), x2: x(0), y1: top, y2: bottom, stroke: "#1b1f24", "stroke-width": 1.5, "stroke-dasharray": "3 3" }));
    for (const value of chosen.spectrum) {
      g.append(element("line", { x1: x(value), x2: x(value), y1: bottom, y2: bottom - 9, stroke: "#1b1f24", "stroke-width": 1 }));
    }
    g.append(element("text", { x: x(0) - 8, y: top + 18, "text-anchor": "end", fill: "#00568a" }, `${chosen.index} down`));
    g.append(element("text", { x: x(0) + 8, y: top + 18, fill: "#7a4f00" }, `${count - chosen.index} up`));
    $("spectrum-words").textContent =
      `The ${count} eigenvalues of the Hessian at the selected point: ${chosen.index} below zero. The line is the semicircle about minus the radial derivative.`;
  };

  const digits = (value, count = 6) => value.toFixed(count).replace("-", "−");

  const overlap = (a, b) => a.position.reduce((sum, v, i) => sum + v * b.position[i], 0) / state.n;

  const drawNumbers = () => {
    const chosen = selected();
    $("select").max = Math.max(0, dots.length - 1);
    $("select").value = chosen ? dots.indexOf(chosen) : 0;
    const words = chosen ? `${kind(chosen.index)}, energy ${digits(chosen.energy, 3)}, index ${chosen.index}` : "none yet";
    $("select").setAttribute("aria-valuetext", words);
    const rows = chosen ? [
      ["search", chosen.start], ["energy E", digits(chosen.energy)], ["index k", `${chosen.index} of ${state.n - 1}`],
      ["radial derivative", digits(chosen.radialDerivative)], ["lowest eigenvalue", digits(chosen.spectrum[0])],
      ["highest eigenvalue", digits(chosen.spectrum[chosen.spectrum.length - 1])]] : [];
    $("numbers").replaceChildren(...rows.flatMap(([name, value]) => {
      const [dt, dd] = [document.createElement("dt"), document.createElement("dd")];
      [dt.textContent, dd.textContent] = [name, value];
      const pair = document.createElement("div");
      pair.append(dt, dd);
      return [pair];
    }));
    $("neighbours").replaceChildren();
    if (chosen && summary) {
      const near = dots.filter(dot => dot !== chosen).map(dot => [overlap(dot, chosen), dot])
        .sort((a, b) => b[0] - a[0]).slice(0, 3);
      $("neighbours").append(near.length ? "Nearest among those found: " : "");
      near.forEach(([q, dot]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = `index ${dot.index}, overlap ${digits(q, 3)}`;
        button.addEventListener("click", () => choose(dot));
        $("neighbours").append(button, " ");
      });
    }
    $("summary").textContent = summary
      ? `${summary.converged} of ${summary.searches} searches converged, ${summary.distinct} distinct critical points`
        + (typeof summary.rmsDeviation === "number" ? `; rms deviation from the curve of N → ∞: ${digits(summary.rmsDeviation, 4)}` : "")
      : `${dots.length} found so far`;
  };

  const drawControls = () => {
    for (const name of ["model", "mixture", "field", "n", "points", "seed"]) {
      if (document.activeElement !== $(name) || $(name).type === "range") $(name).value = state[name];
      if ($(name + "-value")) $(name + "-value").textContent = state[name];
    }
    $("mixture-label").hidden = state.model !== "";
  };

  const draw = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      drawControls();
      if (isStale) return;
      drawPlot();
      drawSpectrum();
      drawNumbers();
    });
  };

  const choose = dot => {
    state.selected = dot.start;
    writeLink();
    draw();
  };

  // What the reader does.

  const judge = () => {
    const words = {
      minimum: "The figure says otherwise: minima are found near the bottom only, and what lies higher are saddles.",
      saddle: "Yes, and the figure says how many ways down: the higher, the more.",
      either: "The figure says otherwise: the energy fixes the index within a few per cent." };
    $("judgement").textContent = words[state.guess] ?? "";
    $("judgement").hidden = !words[state.guess];
    for (const input of $("guess").elements) if (input.type === "radio") input.checked = input.value === state.guess;
  };

  const reveal = () => { $("panel").hidden = false; judge(); draw(); };

  $("guess").addEventListener("change", event => {
    state.guess = event.target.value;
    writeLink();
    reveal();
  });
  $("look").addEventListener("click", reveal);
  $("guess").addEventListener("submit", event => event.preventDefault());
  $("controls").addEventListener("submit", event => event.preventDefault());
  $("controls").addEventListener("input", event => {
    const input = event.target;
    if (!input.validity.valid || input.type === "number" && input.value === "") return;
    state[input.id] = typeof plain[input.id] === "number" ? Number(input.value) : input.value;
    state.selected = null;
    drawControls();
    start();
  });
  $("select").addEventListener("input", event => {
    const dot = dots[Number(event.target.value)];
    if (dot) choose(dot);
  });
  $("plot").addEventListener("click", event => {
    if (!axes) return;
    const box = $("plot").getBoundingClientRect(), scale = 560 / box.width;
    const [px, py] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    let best = null, least = 30 ** 2;
    for (const dot of dots) {
      const d = (axes.x(dot.energy) - px) ** 2 + (axes.y(dot.index / (state.n - 1)) - py) ** 2;
      if (d < least) [best, least] = [dot, d];
    }
    if (best) choose(best);
  });
  addEventListener("hashchange", () => { readLink(); reveal(); start(); });

  // What can be taken along.

  const save = (name, type, text) => {
    const a = document.createElement("a");
    a.href = URL.createObjectURL(new Blob([text], { type }));
    a.download = name;
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 1000);
    $("said").textContent = `${name} saved`;
  };

  const picture = (id, words) => {
    const copy = $(id).cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    for (const name of ["id", "role", "aria-labelledby"]) copy.removeAttribute(name);
    copy.prepend(element("desc", {}, $(words).textContent));
    return new XMLSerializer().serializeToString(copy) + "\n";
  };

  const table = () => {
    const lines = [`# ${theory.model}, N = ${state.n}, seed ${state.seed}`, `# ${theory.convention}`,
      "search,energy,index,index_fraction,radial_derivative,lowest_eigenvalue,highest_eigenvalue"];
    for (const dot of [...dots].sort((a, b) => a.start - b.start)) {
      lines.push([dot.start, dot.energy, dot.index, dot.index / (state.n - 1), dot.radialDerivative,
        dot.spectrum[0], dot.spectrum[dot.spectrum.length - 1]].join(","));
    }
    return lines.join("\n") + "\n";
  };

  $("save-plot").addEventListener("click", () => save("index-energy.svg", "image/svg+xml", picture("plot", "plot-words")));
  $("save-spectrum").addEventListener("click", () => save("spectrum.svg", "image/svg+xml", picture("spectrum", "spectrum-words")));
  $("save-table").addEventListener("click", () => save("points.csv", "text/csv", table()));
  $("save-script").addEventListener("click", async () => {
    const chosen = selected(), query = request();
    if (chosen) query.set("selected", chosen.start);
    const answer = await fetch("index-energy.swift?" + query);
    if (answer.ok) save("explore.swift", "text/x-swift", await answer.text());
  });
  $("copy-link").addEventListener("click", async () => {
    writeLink();
    try {
      await navigator.clipboard.writeText(location.href);
      $("said").textContent = "link copied";
    } catch { $("said").textContent = "the link is in the address bar"; }
  });

  if (readLink()) reveal();
  drawControls();
  start();
})();
