"use strict";
// Panels: their states, which are links, their controls and what they compute.
(() => {
  const $ = id => document.getElementById(id);
  const panels = [];
  let current = null, source = null, isDue = false;
  const data = $("exported");
  /// What a page without a server holds: of each panel the values of its controls, the answers and the scripts.
  Explore.exported = data && JSON.parse(data.textContent);

  /// A panel has a name, the plain state, what it asks for (`request`), what it does with the answers (`events`), how it is
  /// drawn (`draw`) and its table (`table`). Whatever it changes in its state it says by `changed`.
  Explore.panel = panel => {
    panel.state = { ...panel.plain };
    panel.root = document.querySelector(`[data-panel="${panel.name}"]`);
    panels.push(panel);
    if (Explore.exported) offer(panel);
    wire(panel);
  };

  /// Controls of a page without a server: a choice among what it holds.
  const offer = ({ name, root, plain, state }) => {
    for (const [key, texts] of Object.entries(Explore.exported[name].controls)) {
      const values = texts.map(text => typeof plain[key] === "number" ? Number(text) : text);
      if (!values.includes(plain[key])) state[key] = plain[key] = values[0];
      const control = root.querySelector(`.controls [name="${key}"]`), choice = document.createElement("select");
      choice.name = key;
      choice.append(...values.map(value => new Option(control.querySelector?.(`[value="${value}"]`)?.textContent ?? value, value)));
      control.closest("label").querySelector("[data-value]")?.remove();
      control.closest("label").hidden = values.length < 2;
      control.replaceWith(choice);
    }
    for (const node of root.querySelectorAll("[data-live]")) node.hidden = true;
  };

  const readLink = () => {
    const link = new URLSearchParams(location.hash.slice(1));
    current = panels.find(panel => panel.name === link.get("panel")) ?? panels[0];
    current.state = { ...current.plain };
    for (const [name, plain] of Object.entries(current.plain)) {
      if (!link.has(name)) continue;
      const text = link.get(name), number = Number(text);
      if (typeof plain === "string") current.state[name] = text;
      else if (text !== "" && Number.isFinite(number)) current.state[name] = number;
    }
    return link.size > (link.has("panel") ? 1 : 0);
  };

  const writeLink = () => {
    const link = new URLSearchParams({ panel: current.name });
    for (const [name, value] of Object.entries(current.state)) if (value !== null && value !== current.plain[name]) link.set(name, value);
    // A link with nothing of its own asks for a guess.
    if (link.size === 1) link.set("shown", 1);
    history.replaceState(null, "", "#" + link);
  };

  /// Something of the state is another, which asks for no new computation.
  Explore.changed = () => { writeLink(); draw(); };

  /// Asks the server for another path than the panel's own: its answer; null where it refuses and undefined where nobody answers,
  /// with the trouble shown.
  Explore.ask = async (path, query) => {
    if (Explore.exported) return Explore.exported[current.name].scripts[new URLSearchParams(current.request(current.state))];
    let answer = null;
    try {
      answer = await fetch(path + "?" + query);
    } catch { /* it is gone */ }
    const text = answer ? await answer.text() : "the server does not answer; start it again, and this page goes on";
    if (answer?.ok) return text;
    trouble(text);
    return answer ? null : undefined;
  };

  /// Names with their values.
  Explore.list = (place, rows) => place.replaceChildren(...rows.map(([name, value]) => {
    const pair = document.createElement("div"), dt = document.createElement("dt"), dd = document.createElement("dd");
    [dt.textContent, dd.textContent] = [name, value];
    pair.append(dt, dd);
    return pair;
  }));

  /// The slider that selects a critical point, at one of so many.
  Explore.selector = (name, count, at, words) => {
    const slider = $(name + "-select");
    slider.max = Math.max(0, count - 1);
    slider.value = Math.max(0, at);
    slider.setAttribute("aria-valuetext", words);
  };

  /// Buttons that go to other critical points.
  Explore.neighbours = (name, words, others) => {
    const place = $(name + "-neighbours");
    place.replaceChildren(...others.length ? [words + " "] : []);
    for (const { text, choose } of others) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", choose);
      place.append(button, " ");
    }
  };

  /// Buttons that save a panel's figures, each by its name, its table, its script and its link.
  const offerSaving = root => {
    const place = root.querySelector(".buttons"), button = (text, name, value) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.dataset[name] = value;
      return made;
    };
    const figures = [...root.querySelectorAll("svg")].map(svg => button(`${svg.dataset.title} (SVG)`, "save", svg.id));
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    place.append(...figures, button("Table (CSV)", "table", ""), button("Swift script", "script", ""), button("Copy link", "link", ""), said);
  };

  const trouble = text => {
    const place = current.root.querySelector("[role=alert]");
    place.textContent = text;
    place.hidden = !text;
  };

  const start = (isAgain = false) => {
    source?.close();
    if (!isAgain) trouble("");
    const panel = current, query = new URLSearchParams(panel.request(panel.state));
    panel.isStale = true;
    if (Explore.exported) {
      const answers = Explore.exported[panel.name].answers[query] ?? [];
      if (!answers.length) trouble("this page does not hold that; saddlery explore computes it");
      for (const [name, value] of answers) {
        panel.isStale = false;
        panel.events[name]?.(value, panel.state);
      }
      draw();
      return;
    }
    const own = source = new EventSource(panel.name + "?" + query);
    for (const [name, body] of Object.entries(panel.events)) {
      own.addEventListener(name, event => {
        if (own !== source) return;
        trouble("");
        panel.isStale = false;
        body(JSON.parse(event.data), panel.state);
        draw();
      });
    }
    own.addEventListener("waiting", event => {
      if (own === source) trouble(`${event.data} pages are at work already; this one waits until another is done`);
    });
    own.addEventListener("end", () => own.close());
    own.onerror = async () => {
      own.close();
      // The script of the same state says whether it is refused; if not, the work is asked for again.
      const isRefused = own === source && await Explore.ask(panel.name + ".swift", query) === null;
      if (!isRefused) setTimeout(() => { if (own === source) start(true); }, 1000);
    };
  };

  const draw = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      for (const input of current.root.querySelectorAll("[name]")) {
        if (input.type === "radio") continue;
        if (input !== document.activeElement || input.type === "range") input.value = current.state[input.name];
        const output = current.root.querySelector(`[data-value="${input.name}"]`);
        if (output) output.textContent = current.state[input.name];
      }
      if (!current.isStale) current.draw(current.state);
    });
  };

  const show = isGuessed => {
    for (const panel of panels) {
      panel.root.hidden = panel !== current;
      panel.link.toggleAttribute("aria-current", panel === current);
    }
    if (isGuessed) reveal();
  };

  const reveal = () => {
    const { root, state } = current, judgement = root.querySelector(".judgement");
    root.querySelector(".shown").hidden = false;
    for (const input of root.querySelectorAll(".guess input")) {
      input.checked = input.value === state.guess;
      if (input.checked) judgement.textContent = input.dataset.answer;
    }
    judgement.hidden = !judgement.textContent;
    draw();
  };

  const wire = panel => {
    const { root } = panel;
    offerSaving(root);
    const said = root.querySelector("[role=status]");
    panel.link = document.createElement("a");
    panel.link.href = "#panel=" + panel.name;
    panel.link.textContent = root.dataset.title;
    $("panels").append(panel.link);
    for (const form of root.querySelectorAll("form")) form.addEventListener("submit", event => event.preventDefault());
    root.querySelector(".guess").addEventListener("change", event => {
      panel.state.guess = event.target.value;
      reveal();
      writeLink();
    });
    root.querySelector(".look").addEventListener("click", () => { reveal(); writeLink(); });
    root.querySelector(".controls").addEventListener("input", event => {
      const input = event.target, { state, plain } = panel;
      if (!input.validity.valid || input.type === "number" && input.value === "") return;
      state[input.name] = typeof plain[input.name] === "string" ? input.value : Number(input.value);
      panel.moved?.(state);
      writeLink();
      draw();
      start();
    });
    for (const button of root.querySelectorAll("[data-save]")) {
      button.addEventListener("click", () => {
        Explore.figure.save(button.dataset.save + ".svg", "image/svg+xml", Explore.figure.picture($(button.dataset.save)));
        said.textContent = "figure saved";
      });
    }
    root.querySelector("[data-table]").addEventListener("click", () => {
      Explore.figure.save(panel.name + ".csv", "text/csv", panel.table(panel.state));
      said.textContent = "table saved";
    });
    root.querySelector("[data-script]").addEventListener("click", async () => {
      const query = new URLSearchParams({ ...panel.request(panel.state), ...panel.selection?.(panel.state) });
      const text = await Explore.ask(panel.name + ".swift", query);
      if (!text) return;
      Explore.figure.save(panel.name + ".swift", "text/x-swift", text);
      said.textContent = "script saved";
    });
    root.querySelector("[data-link]").addEventListener("click", async () => {
      writeLink();
      try {
        await navigator.clipboard.writeText(location.href);
        said.textContent = "link copied";
      } catch { said.textContent = "the link is in the address bar"; }
    });
  };

  const open = () => {
    show(readLink());
    draw();
    start();
  };

  addEventListener("hashchange", open);
  addEventListener("resize", () => current && draw());
  addEventListener("DOMContentLoaded", open);
})();
