"use strict";
// Panels: their states, which are links, their controls and what they compute.
(() => {
  const $ = id => document.getElementById(id);
  const panels = [];
  let current = null, source = null, isDue = false;

  /// A panel has a name, the plain state, what it asks for (`request`), what it does with the answers (`events`), how it is
  /// drawn (`draw`) and its table (`table`). Whatever it changes in its state it says by `changed`.
  Explore.panel = panel => {
    panel.state = { ...panel.plain };
    panel.root = document.querySelector(`[data-panel="${panel.name}"]`);
    panels.push(panel);
    wire(panel);
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

  /// Asks the server for another path than the panel's own: its answer, or null with the trouble shown.
  Explore.ask = async (path, query) => {
    let text = "the server does not answer; start it again and reload this page";
    try {
      const answer = await fetch(path + "?" + query);
      text = await answer.text();
      if (answer.ok) return text;
    } catch { /* it is gone */ }
    trouble(text);
    return null;
  };

  /// Names with their values.
  Explore.list = (place, rows) => place.replaceChildren(...rows.map(([name, value]) => {
    const pair = document.createElement("div"), dt = document.createElement("dt"), dd = document.createElement("dd");
    [dt.textContent, dd.textContent] = [name, value];
    pair.append(dt, dd);
    return pair;
  }));

  const trouble = text => {
    const place = current.root.querySelector("[role=alert]");
    place.textContent = text;
    place.hidden = !text;
  };

  const start = () => {
    source?.close();
    trouble("");
    const panel = current, query = new URLSearchParams(panel.request(panel.state));
    panel.isStale = true;
    const own = source = new EventSource(panel.name + "?" + query);
    for (const [name, body] of Object.entries(panel.events)) {
      own.addEventListener(name, event => {
        if (own !== source) return;
        panel.isStale = false;
        body(JSON.parse(event.data), panel.state);
        draw();
      });
    }
    own.addEventListener("end", () => own.close());
    own.onerror = () => {
      own.close();
      if (own === source) Explore.ask(panel.name + ".swift", query);
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
    const { root } = panel, said = root.querySelector("[role=status]");
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
      if (text === null) return;
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
