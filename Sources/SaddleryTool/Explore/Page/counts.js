"use strict";
// Mean numbers of critical points and of minima against the strength of a random field, exact, beside enumerations.
(() => {
  const $ = id => document.getElementById(id);
  const { element, frame, path, legend, stroke, mark, plain } = Explore.figure;
  let about = null, counts = [], samples = null;

  const minima = { stroke: "#b34700" }, all = { stroke: "#0072b2" };
  const at = field => counts.reduce((best, count) => !best || Math.abs(count.field - field) < Math.abs(best.field - field) ? count : best, null);

  const drawPlot = state => {
    const last = about.fields[about.fields.length - 1];
    const highest = Math.ceil(Math.log10(Math.max(10, ...counts.map(count => count.total))) + 0.1);
    const axes = frame(
      $("counts-plot"), [0, last], [Math.log10(0.7), highest], "variance of the field", `mean number, N = ${state.n}`, { isPower: true });
    const { g, x, y, top, bottom, size } = axes;
    g.append(element("line", { x1: x(about.threshold), x2: x(about.threshold), y1: top, y2: bottom, stroke: "#4c5561", "stroke-dasharray": "1 4" }));
    g.append(element("text", { x: x(about.threshold) + 5, y: top + 90 }, "ξ′(1) = ξ″(1)"));
    g.append(element("line", { x1: x(state.field), x2: x(state.field), y1: top, y2: bottom, stroke: "#1b1f24" }));
    g.append(path(counts.map(count => [count.field, Math.log10(count.total)]), axes, all));
    g.append(path(counts.map(count => [count.field, Math.log10(count.minima)]), axes, minima));
    for (const [estimate, kind] of samples ? [[samples.total, "saddle"], [samples.minima, "minimum"]] : []) {
      const [low, high] = [estimate.mean - estimate.error, estimate.mean + estimate.error].map(v => y(Math.log10(Math.max(v, 0.7))));
      g.append(element("line", { x1: x(state.field), x2: x(state.field), y1: low, y2: high, stroke: "#1b1f24", "stroke-width": 3 }));
      g.append(mark(kind, x(state.field), y(Math.log10(estimate.mean)), 6, { stroke: "#ffffff" }));
    }
    const rows = [[stroke(all), "all, exact"], [stroke(minima), "minima, exact"]];
    if (samples) rows.push([(x, y) => mark("saddle", x, y, 5), `all, ${samples.proved} proved`], [(x, y) => mark("minimum", x, y, 5), "minima"]);
    legend(axes, 350, top + 20, rows);
    $("counts-words").textContent = `${state.p}-spin with a random field, N = ${state.n}. ${about.convention}`;
  };

  const drawNumbers = state => {
    const count = at(state.field);
    if (!count) return;
    const rows = [["field", plain(count.field, 1)], ["all, exact mean", count.total.toPrecision(7)], ["minima, exact mean", count.minima.toPrecision(7)]];
    if (samples) {
      const words = ({ mean, error }) => `${plain(mean, 2)} ± ${plain(error, 2)}`;
      rows.push(["all, enumerated", words(samples.total)], ["minima, enumerated", words(samples.minima)]);
    }
    Explore.list($("counts-numbers"), rows);
    $("counts-summary").textContent = counts.length < about.fields.length ? `${counts.length} of ${about.fields.length} fields`
      : samples ? `all fields; every critical point of ${samples.proved} of ${samples.samples} Hamiltonians proved`
        : about.isEnumerated ? "all fields; Hamiltonians are enumerated"
          : "all fields; of the 3-spin with N up to 8 every critical point of 20 Hamiltonians is found too";
  };

  Explore.panel({
    name: "counts",
    plain: { p: 3, n: 8, field: 1, seed: 1, guess: "" },
    request: ({ p, n, field, seed }) => ({ p, n, field, seed }),
    events: {
      about: value => [about, counts, samples] = [value, [], null],
      count: value => counts.push(value),
      samples: value => samples = value },
    draw: state => {
      if (!about || !counts.length) return;
      drawPlot(state);
      drawNumbers(state);
    },
    table: state => [
      `# ${state.p}-spin with a random field, N = ${state.n}`, `# ${about.convention}`, "field_variance,mean_number,mean_minima",
      ...counts.map(count => [count.field, count.total, count.minima].join(","))].join("\n") + "\n" });
})();
