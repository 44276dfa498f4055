"use strict";
// Index against energy of one Hamiltonian, and the Hessian's spectrum at the point that is selected.
(() => {
  const $ = id => document.getElementById(id);
  const { element, frame, path, legend, stroke, mark, plain, place } = Explore.figure;
  let theory = null, exact = null, summary = null, neighbours = null, axes = null;
  // The critical points, each once, from the lowest to the highest.
  let dots = [];

  const mixture = ({ model, mixture, field }) => {
    const own = model ? model + ":1" : mixture.trim();
    return field > 0 ? "1:" + field + "," + own : own;
  };

  const chosen = state => dots.find(dot => dot.start === state.selected) ?? dots[0];
  const kind = (index, n) => index === 0 ? "minimum" : index === n - 1 ? "maximum" : "saddle";
  const choose = (dot, state) => { state.selected = dot.start; Explore.changed(); };

  const drawPlot = state => {
    const last = state.n - 1;
    const reach = Math.max(1.1 * theory.threshold, ...dots.map(dot => 1.03 * Math.abs(dot.energy)));
    axes = frame($("index-energy-plot"), [-reach, reach], [-0.04, 1.04], "energy per spin, E = H/N", "index fraction, k/(N − 1)");
    const { g, x, y, top, bottom } = axes;
    for (const edge of [-theory.threshold, theory.threshold]) {
      g.append(element("line", { x1: x(edge), x2: x(edge), y1: top, y2: bottom, stroke: "#4c5561", "stroke-dasharray": "1 4" }));
    }
    g.append(element("text", { x: x(-theory.threshold) + 5, y: top + 18 }, "−E∞"));
    const within = ([e, a]) => typeof e === "number" && typeof a === "number" && Math.abs(e) <= reach;
    g.append(path(theory.curve.filter(within), axes, {}));
    for (const dot of dots) {
      const which = kind(dot.index, state.n);
      g.append(mark(which, x(dot.energy), y(dot.index / last), which === "saddle" ? 3.2 : 4.5, { "fill-opacity": 0.75, "data-start": dot.start }));
    }
    const dashes = { stroke: "#b34700", "stroke-dasharray": "7 5" };
    if (exact) g.append(path(exact.map((e, k) => [e, k / last]).filter(within), axes, dashes));
    const dot = chosen(state);
    if (dot) g.append(element("circle", { cx: x(dot.energy), cy: y(dot.index / last), r: 9, fill: "none", stroke: "#1b1f24", "stroke-width": 2.5 }));
    legend(axes, 310, 335 - 1.45 * axes.size * 4 - 8, [
      [stroke({}), "theory, N → ∞"], [stroke(dashes), `exact means, N = ${state.n}`],
      ...["minimum", "saddle", "maximum"].map(which => [(x, y) => mark(which, x, y, 4.5), which])]);
    $("index-energy-words").textContent =
      `${theory.model}, N = ${state.n}, seed ${state.seed}. One dot is one place without slope; its height is the part of directions that go down. ${theory.convention}`;
  };

  const drawSpectrum = state => {
    const dot = chosen(state), { radius } = theory;
    if (!dot) {
      $("spectrum-plot").replaceChildren();
      $("spectrum-words").textContent = "";
      return;
    }
    // The same axes for all points, so that the spectrum is seen to slide.
    const reach = 1.1 * (radius + Math.max(...dots.map(dot => Math.abs(dot.radialDerivative))));
    const count = dot.spectrum.length, width = 2 * radius / Math.max(6, Math.round(1.5 * Math.sqrt(count)));
    const bins = new Map();
    // Zero is the side of a bin: what is below it is the index.
    for (const value of dot.spectrum) bins.set(Math.floor(value / width), (bins.get(Math.floor(value / width)) ?? 0) + 1);
    const highest = Math.max(2.6 / (Math.PI * radius), ...[...bins.values()].map(k => 1.2 * k / (count * width)));
    const plot = frame($("spectrum-plot"), [-reach, reach], [0, highest], "eigenvalue of the Hessian", "density");
    const { g, x, y, top, bottom } = plot;
    for (const [bin, number] of bins) {
      const height = y(number / (count * width)), left = x(bin * width);
      g.append(element("rect", {
        x: left, width: x((bin + 1) * width) - left, y: height, height: bottom - height, fill: bin < 0 ? "#0072b2" : "#e69f00",
        "fill-opacity": 0.75, stroke: "#ffffff", "stroke-width": 0.5 }));
    }
    const law = [];
    for (let i = -60; i <= 60; i++) {
      const t = Math.sin(i / 60 * Math.PI / 2) * radius;
      law.push([t - dot.radialDerivative, 2 / (Math.PI * radius ** 2) * Math.sqrt(Math.max(0, radius ** 2 - t * t))]);
    }
    g.append(path(law, plot, {}));
    g.append(element("line", { x1: x(0), x2: x(0), y1: top, y2: bottom, stroke: "#1b1f24", "stroke-width": 1.5, "stroke-dasharray": "3 3" }));
    for (const value of dot.spectrum) g.append(element("line", { x1: x(value), x2: x(value), y1: bottom, y2: bottom - 9, stroke: "#1b1f24" }));
    g.append(element("text", { x: x(0) - 8, y: top + 20, "text-anchor": "end", fill: "#00568a" }, `${dot.index} down`));
    g.append(element("text", { x: x(0) + 8, y: top + 20, fill: "#7a4f00" }, `${count - dot.index} up`));
    $("spectrum-words").textContent =
      `The ${count} eigenvalues of the Hessian at the selected point, ${dot.index} of them below zero. The line is the semicircle about minus the radial derivative.`;
  };

  const drawNumbers = state => {
    const dot = chosen(state);
    Explore.selector(
      "index-energy", dots.length, dots.indexOf(dot),
      dot ? `${kind(dot.index, state.n)}, energy ${plain(dot.energy, 3)}, index ${dot.index}` : "none yet");
    const rows = dot ? [
      ["search", dot.start], ["energy E", plain(dot.energy, 6)], ["index k", `${dot.index} of ${state.n - 1}`],
      ["radial derivative", plain(dot.radialDerivative, 6)], ["lowest eigenvalue", plain(dot.lowest, 6)],
      ["highest eigenvalue", plain(dot.highest, 6)]] : [];
    Explore.list($("index-energy-numbers"), rows);
    const near = dot && neighbours?.get(dot.start);
    Explore.neighbours("index-energy", "Nearest among those found:", (near?.others ?? []).map((start, i) => {
      const other = dots.find(dot => dot.start === start);
      return { text: `index ${other.index}, overlap ${plain(near.overlaps[i], 3)}`, choose: () => choose(other, state) };
    }));
    const rms = summary?.rmsDeviation;
    $("index-energy-summary").textContent = summary
      ? `${summary.converged} of ${summary.searches} searches converged, ${summary.distinct} distinct critical points`
        + (typeof rms === "number" ? `; rms deviation from the curve of N → ∞: ${plain(rms, 4)}` : "")
      : `${dots.length} found so far`;
  };

  const panel = {
    name: "index-energy",
    plain: { model: "3", mixture: "2:0.5,3:1", field: 0, n: 40, points: 200, seed: 1, selected: null, guess: "" },
    request: state => ({ mixture: mixture(state), n: state.n, seed: state.seed, points: state.points }),
    selection: state => dots.length ? { selected: chosen(state).start } : {},
    moved: state => {
      state.selected = null;
    },
    events: {
      theory: value => [theory, exact, summary, neighbours, dots] = [value, null, null, null, []],
      points: values => dots = dots.concat(values).sort((a, b) => a.energy - b.energy || a.start - b.start),
      summary: value => {
        const repeats = new Set(value.repeats);
        [summary, dots] = [value, dots.filter(dot => !repeats.has(dot.start))];
      },
      neighbours: values => neighbours = new Map(values.map(value => [value.of, value])),
      exact: value => exact = value },
    draw: state => {
      $("mixture-label").hidden = state.model !== "";
      if (!theory) return;
      drawPlot(state);
      drawSpectrum(state);
      drawNumbers(state);
    },
    table: state => [
      `# ${theory.model}, N = ${state.n}, seed ${state.seed}`, `# ${theory.convention}`,
      "search,energy,index,index_fraction,radial_derivative,lowest_eigenvalue,highest_eigenvalue",
      ...[...dots].sort((a, b) => a.start - b.start).map(dot => [dot.start, dot.energy, dot.index, dot.index / (state.n - 1),
        dot.radialDerivative, dot.lowest, dot.highest].join(","))].join("\n") + "\n" };
  Explore.panel(panel);

  $("index-energy-select").addEventListener("input", event => {
    const dot = dots[Number(event.target.value)];
    if (dot) choose(dot, panel.state);
  });
  $("index-energy-plot").addEventListener("click", event => {
    const near = Explore.figure.nearest(
      place($("index-energy-plot"), event), dots, dot => [axes.x(dot.energy), axes.y(dot.index / (panel.state.n - 1))]);
    if (near >= 0) choose(dots[near], panel.state);
  });
})();
