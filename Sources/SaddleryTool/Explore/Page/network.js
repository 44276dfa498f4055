"use strict";
// The critical points of a small network's loss, and training that passes by them.
(() => {
  const $ = id => document.getElementById(id);
  const { element, frame, path, legend, stroke, mark, plain, place } = Explore.figure;
  let about = null, dots = [], passages = [], neighbours = null, summary = null, axes = null;

  const kind = index => index === 0 ? "minimum" : index === about.parameters ? "maximum" : "saddle";
  const chosen = state => dots[state.selected] ?? dots[0];
  const training = { stroke: "#4c5561", "stroke-width": 1 };

  const drawPlot = state => {
    const losses = dots.map(dot => dot.loss), [low, high] = [Math.min(...losses), Math.max(...losses)];
    const room = 0.08 * (high - low || high || 1), [from, to] = [Math.max(0, low - room), high + 2 * room];
    const within = passages.map(run => run.filter(([loss]) => loss >= from && loss <= to));
    const top = Math.max(1, ...dots.map(dot => dot.index), ...within.flat().map(([, index]) => index));
    axes = frame($("network-plot"), [from, to], [-0.3, top + 0.6], "loss", "index, directions down", { isCount: true });
    const { g, x, y } = axes;
    for (const run of within) g.append(path(run, axes, training));
    for (const [i, dot] of dots.entries()) {
      g.append(mark(kind(dot.index), x(dot.loss), y(dot.index), dot.index ? 4 : 5.5, { "fill-opacity": 0.75, "data-orbit": i }));
    }
    const dot = chosen(state);
    if (dot) g.append(element("circle", { cx: x(dot.loss), cy: y(dot.index), r: 10, fill: "none", stroke: "#1b1f24", "stroke-width": 2.5 }));
    legend(axes, axes.left + 10, axes.top + 20, [
      ...["minimum", "saddle"].map(which => [(x, y) => mark(which, x, y, 4.5), which]), [stroke(training), "training: no point of it critical"]]);
    $("network-words").textContent = `${about.model}, seed ${state.seed}. ${about.convention}. `
      + `One dot is one place without slope and all its images by exchanges and signs of hidden units.`;
  };

  const drawSpectrum = state => {
    const dot = chosen(state), sizes = dots.flatMap(dot => dot.spectrum).map(Math.abs).filter(size => size > 0);
    const range = [Math.floor(Math.log10(Math.min(...sizes))), Math.ceil(Math.log10(Math.max(...sizes)))];
    const plot = frame(
      $("network-spectrum"), [0, about.parameters + 1], range, "eigenvalues of the Hessian, in order", "their size", { isPower: true });
    dot.spectrum.forEach((value, i) => {
      const size = Math.log10(Math.max(Math.abs(value), 10 ** range[0]));
      plot.g.append(value < 0 ? mark("saddle", plot.x(i + 1), plot.y(size), 5) : mark("maximum", plot.x(i + 1), plot.y(size), 4.5, { fill: "#e69f00" }));
    });
    legend(plot, plot.left + 10, plot.top + 20, [
      [(x, y) => mark("saddle", x, y, 5), `${dot.index} below zero: down`],
      [(x, y) => mark("maximum", x, y, 4.5, { fill: "#e69f00" }), `${about.parameters - dot.index} above zero: up`]]);
    $("network-spectrum-words").textContent =
      `The ${about.parameters} eigenvalues of the Hessian at the selected point, one for each weight, ${dot.index} of them below zero.`;
  };

  const drawNumbers = state => {
    const dot = chosen(state);
    Explore.selector("network", dots.length, dots.indexOf(dot), `${kind(dot.index)}, loss ${plain(dot.loss, 4)}, index ${dot.index}`);
    Explore.list($("network-numbers"), [
      ["loss", plain(dot.loss, 6)], ["index k", `${dot.index} of ${about.parameters}`], ["images", dot.size],
      ["lowest eigenvalue", plain(dot.lowest, 6)], ["highest eigenvalue", plain(dot.highest, 6)]]);
    const near = neighbours?.get(dots.indexOf(dot));
    Explore.neighbours("network", "Nearest among those found:", (near?.others ?? []).map((other, i) => ({
      text: `loss ${plain(dots[other].loss, 4)}, index ${dots[other].index}, overlap ${plain(near.overlaps[i], 3)}`,
      choose: () => choose(other) })));
    $("network-summary").textContent = summary
      ? `${summary.converged} of ${summary.searches} searches converged, distinct critical points up to symmetry: ${dots.length}, minima: ${summary.minima}; ${summary.verdict}`
      : `${dots.length} found so far`;
  };

  const panel = {
    name: "network",
    plain: { data: "xor", hidden: 2, decay: "0.01", seed: 1, selected: null, guess: "" },
    request: ({ data, hidden, decay, seed }) => ({ data, hidden, decay, seed }),
    selection: state => dots.length ? { selected: dots.indexOf(chosen(state)) } : {},
    moved: state => {
      state.selected = null;
    },
    events: {
      about: value => [about, dots, passages, neighbours, summary] = [value, [], [], null, null],
      points: values => dots = values,
      passages: values => passages = values,
      neighbours: values => neighbours = new Map(values.map(value => [value.of, value])),
      summary: value => summary = value },
    draw: state => {
      if (!about || !dots.length) return;
      drawPlot(state);
      drawSpectrum(state);
      drawNumbers(state);
    },
    table: state => [
      `# ${about.model}, seed ${state.seed}`, `# ${about.convention}`, "loss,index,images,lowest_eigenvalue,highest_eigenvalue",
      ...dots.map(dot => [dot.loss, dot.index, dot.size, dot.lowest, dot.highest].join(","))].join("\n") + "\n" };
  const choose = number => { panel.state.selected = number; Explore.changed(); };
  Explore.panel(panel);

  $("network-select").addEventListener("input", event => choose(Number(event.target.value)));
  $("network-plot").addEventListener("click", event => {
    const near = Explore.figure.nearest(place($("network-plot"), event), dots, dot => [axes.x(dot.loss), axes.y(dot.index)]);
    if (near >= 0) choose(near);
  });
})();
