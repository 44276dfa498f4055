"use strict";
// A random surface on a torus with all of its critical points, and a ball on it.
(() => {
  const $ = id => document.getElementById(id);
  const { element, frame, path, mark, plain } = Explore.figure;
  const kinds = ["minimum", "saddle", "maximum"];
  let map = null, points = [], lines = null, verdict = null, ball = null, axes = null, image = null, asked = 0;

  // Blue for low, yellow for high: told apart by lightness alone too.
  const stops = [[0, 32, 76], [87, 93, 109], [165, 156, 116], [255, 234, 70]];
  const colour = t => {
    const at = Math.min(Math.max(t, 0), 1) * 3, i = Math.min(2, Math.floor(at));
    return stops[i].map((c, k) => Math.round(c + (at - i) * (stops[i + 1][k] - c)));
  };

  const paint = () => {
    const canvas = document.createElement("canvas"), { size, values } = map;
    canvas.width = canvas.height = size;
    const context = canvas.getContext("2d"), pixels = context.createImageData(size, size);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    values.forEach((value, at) => {
      const place = 4 * ((size - 1 - Math.floor(at / size)) * size + at % size);
      pixels.data.set([...colour((value - low) / (high - low)), 255], place);
    });
    context.putImageData(pixels, 0, 0);
    return canvas.toDataURL();
  };

  const chosen = state => points[state.selected] ?? null;

  /// Critical points at the other ends of the lines that end at a point.
  const joined = point => {
    if (!point || !lines) return [];
    const around = d => Math.abs(d - map.length * Math.round(d / map.length));
    const away = ([x, y]) => ({ x: px, y: py }) => Math.hypot(around(x - px), around(y - py));
    const at = place => { const by = away(place); return points.reduce((best, point) => by(point) < by(best) ? point : best); };
    const ends = [...lines.valleys, ...lines.ridges].map(line => [at(line[0]), at(line[line.length - 1])]);
    return [...new Set(ends.filter(pair => pair.includes(point)).flat())].filter(other => other !== point).sort((a, b) => a.value - b.value);
  };

  const drawMap = state => {
    axes = frame($("field-plot"), [0, map.length], [0, map.length], "x", "y", { isSquare: true });
    const { g, x, y, top, bottom, left, right } = axes;
    g.append(element("image", { href: image, x: left, y: top, width: right - left, height: bottom - top, preserveAspectRatio: "none" }));
    const broken = line => line.flatMap((point, i) =>
      i && point.some((v, k) => Math.abs(v - line[i - 1][k]) > map.length / 2) ? [null, point] : [point]);
    const draw = (line, attributes) => {
      let part = [];
      for (const point of [...broken(line), null]) {
        if (point) part.push(point);
        else { g.append(path(part, axes, attributes)); part = []; }
      }
    };
    for (const line of lines?.valleys ?? []) draw(line, { stroke: "#ffffff", "stroke-width": 1.2 });
    for (const line of lines?.ridges ?? []) draw(line, { stroke: "#1b1f24", "stroke-width": 1.2, "stroke-dasharray": "4 3" });
    points.forEach((point, i) => g.append(mark(kinds[point.index], x(point.x), y(point.y), 5, { stroke: "#ffffff", "stroke-width": 1.3, "data-point": i })));
    const point = chosen(state);
    if (point) g.append(element("circle", { cx: x(point.x), cy: y(point.y), r: 11, fill: "none", stroke: "#ffffff", "stroke-width": 3 }));
    if (ball) {
      draw(ball.path, { stroke: "#e8308a", "stroke-width": 2.5 });
      const [from, to] = [ball.path[0], ball.path[ball.path.length - 1]];
      g.append(element("circle", { cx: x(from[0]), cy: y(from[1]), r: 5, fill: "none", stroke: "#e8308a", "stroke-width": 2.5 }));
      g.append(element("circle", { cx: x(to[0]), cy: y(to[1]), r: 6, fill: "#e8308a", stroke: "#ffffff", "stroke-width": 1.5 }));
    }
    $("field-words").textContent =
      `${map.model}, seed ${state.seed}: dark is low, yellow is high. Triangles down are minima, dots saddles, triangles up maxima; white lines are valleys, dashed ones ridges. ${map.convention}`;
  };

  const drawNumbers = state => {
    const point = chosen(state);
    Explore.selector(
      "field", points.length, state.selected ?? 0, point ? `${kinds[point.index]} at height ${plain(point.value, 3)}` : "none");
    Explore.neighbours("field", "Joined by valleys and ridges:", joined(point).map(other => ({
      text: `${kinds[other.index]} at ${plain(other.value, 3)}`,
      choose: () => { state.selected = points.indexOf(other); Explore.changed(); } })));
    Explore.list($("field-numbers"), point ? [
      ["kind", kinds[point.index]], ["height", plain(point.value, 6)], ["x", plain(point.x, 4)], ["y", plain(point.y, 4)],
      ["eigenvalues", point.spectrum.map(v => plain(v, 4)).join(", ")]] : []);
    $("field-summary").textContent = verdict
      ? `${verdict.byIndex[0]} minima, ${verdict.byIndex[1]} saddles and ${verdict.byIndex[2]} maxima, ${verdict.completeness}; `
        + `on average ${verdict.exact.map(v => plain(v, 2)).join(", ")}`
      : "";
    $("field-ball").textContent = ball
      ? `The ball ${ball.isAtRest ? "rests" : "is still under way"} at height ${plain(ball.value, 6)} after ${ball.steps} steps; the deepest minimum is at ${points.length ? plain(points[0].value, 6) : "…"}.`
      : "Drop the ball by a click on the map, or with the two sliders.";
  };

  const drop = async state => {
    const own = ++asked;
    if (state.x === null) { ball = null; return; }
    if (Explore.exported) {
      const balls = Explore.exported.field.balls[new URLSearchParams(panel.request(state))].filter(ball => ball.method === state.method);
      const away = ({ path: [[x, y]] }) => Math.hypot(x - state.x, y - state.y);
      ball = balls.reduce((best, ball) => away(ball) < away(best) ? ball : best);
      [state.x, state.y] = ball.path[0];
      Explore.changed();
      return;
    }
    const text = await Explore.ask("field/ball", new URLSearchParams({ ...panel.request(state), ...panel.selection(state) }));
    if (!text || own !== asked) return;
    ball = JSON.parse(text);
    Explore.changed();
  };

  const panel = {
    name: "field",
    plain: { size: 8, seed: 1, selected: null, method: "gradient-descent", step: 0.1, momentum: 0.9, temperature: 0.3, x: null, y: null, guess: "" },
    request: ({ size, seed }) => ({ size, seed }),
    selection: ({ x, y, method, step, momentum, temperature }) => x === null ? {} : { x, y, method, step, momentum, temperature },
    moved: state => {
      state.selected = null;
      if (state.x !== null) [state.x, state.y] = [Math.min(state.x, state.size), Math.min(state.y, state.size)];
    },
    events: {
      map: (value, state) => {
        [map, points, lines, verdict, ball] = [value, [], null, null, null];
        image = paint();
        drop(state);
      },
      points: value => points = value,
      lines: value => lines = value,
      verdict: value => verdict = value },
    draw: state => {
      $("field-momentum").hidden = state.method !== "momentum" || Explore.exported;
      $("field-temperature").hidden = state.method !== "langevin" || Explore.exported;
      for (const axis of ["x", "y"]) {
        $("field-" + axis).max = state.size;
        $("field-" + axis).value = state[axis] ?? state.size / 2;
      }
      if (!map) return;
      drawMap(state);
      drawNumbers(state);
    },
    table: state => [
      `# ${map.model}, seed ${state.seed}`, `# ${map.convention}`, "index,value,x,y,lowest_eigenvalue,highest_eigenvalue",
      ...points.map(point => [point.index, point.value, point.x, point.y, ...point.spectrum].join(","))].join("\n") + "\n" };
  Explore.panel(panel);

  $("field-select").addEventListener("input", event => {
    panel.state.selected = Number(event.target.value);
    Explore.changed();
  });
  $("field-drop").addEventListener("input", event => {
    const { state } = panel, { name, value, id } = event.target;
    if (id === "field-x" || id === "field-y") {
      [state.x, state.y] = [Number($("field-x").value), Number($("field-y").value)];
    } else state[name] = name === "method" ? value : Number(value);
    Explore.changed();
    drop(state);
  });
  $("field-plot").addEventListener("click", event => {
    const { state } = panel, [px, py] = Explore.figure.place($("field-plot"), event);
    if (px < axes.left || px > axes.right || py < axes.top || py > axes.bottom) return;
    const at = Explore.figure.nearest([px, py], points, point => [axes.x(point.x), axes.y(point.y)], 10);
    if (at >= 0) {
      state.selected = at;
      Explore.changed();
      return;
    }
    const on = (v, from, to) => Math.round(1e4 * map.length * (v - from) / (to - from)) / 1e4;
    [state.x, state.y] = [on(px, axes.left, axes.right), on(py, axes.bottom, axes.top)];
    Explore.changed();
    drop(state);
  });
})();
