// A document's page: choosing events and discrepancies, filters, keys. What is corrected: corrections.js.
"use strict";

(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const report = $("report");
  const pane = $("text");
  const list = $("list");
  const items = list ? [...list.children] : [];
  const byId = new Map(data.events.map((event, i) => [event.id, { ...event, item: items[i] }]));
  const places = new Places(report);
  const narrow = matchMedia("(max-width: 760px)");
  let chosen = null;
  let stops = [];
  let stop = 0;

  const say = (words) => { $("said").textContent = words; };
  const make = (tag, name, ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  };

  function tab(name) {
    document.body.dataset.tab = name;
    for (const button of document.querySelectorAll(".tabs button")) {
      button.setAttribute("aria-pressed", String(button.dataset.tab === name));
    }
  }

  // Sections out of view have an estimated height: once more when what lies between is laid out.
  function scrollTo(element) {
    if (!element) return;
    const place = () => {
      const box = element.getBoundingClientRect();
      const view = pane.getBoundingClientRect();
      const top = view.top + document.querySelector(".legend").offsetHeight;
      const bottom = $("compare").hidden ? view.bottom : Math.max($("compare").getBoundingClientRect().top, top + 60);
      if (box.top < top + 8 || box.bottom > bottom - 8) {
        pane.scrollTop += box.top - top - Math.max(Math.min((bottom - top) / 4, 160), 12);
      }
    };
    place();
    requestAnimationFrame(() => { place(); requestAnimationFrame(place); });
  }

  function show(number) {
    if (!stops.length) return;
    stop = (number + stops.length) % stops.length;
    for (const old of report.querySelectorAll(".now")) old.classList.remove("now");
    for (const span of stops[stop].spans) span.classList.add("now");
    if (narrow.matches) tab("text");
    scrollTo(stops[stop].spans[0]);
    if (chosen) {
      for (const button of chosen.item.querySelectorAll(".source")) {
        if (Number(button.dataset.n) === stop && !stops[stop].side) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
      }
    }
    say(`${chosen ? `${label(chosen)}. ` : ""}Place ${stop + 1} of ${stops.length}: ${stops[stop].name}`);
  }

  const label = (event) => [
    event.item.querySelector(".when").textContent, event.item.querySelector(".subject").textContent,
  ].join(", ").trim();

  function open(event) {
    for (const item of items) {
      if (event && item === event.item) continue;
      if (item.hasAttribute("aria-current")) {
        item.removeAttribute("aria-current");
        item.querySelector(".head").setAttribute("aria-expanded", "false");
        item.querySelector(".detail").hidden = true;
      }
    }
    chosen = event || null;
    if (!event) return;
    event.item.setAttribute("aria-current", "true");
    event.item.querySelector(".head").setAttribute("aria-expanded", "true");
    event.item.querySelector(".detail").hidden = false;
  }

  function markEvent(event) {
    stops = event.sources.map(([start, end], i) => ({
      spans: places.mark(start, end, "told"),
      name: event.item.querySelectorAll(".source")[i].textContent,
    }));
    for (const [start, end] of [...event.people, ...event.links]) places.mark(start, end, "named");
    stops = stops.filter((one) => one.spans.length);
  }

  function choose(event, { focus = false, reveal = true } = {}) {
    const again = chosen === event;
    closeCompare();
    places.clear();
    open(event);
    markEvent(event);
    if (reveal) {
      event.item.querySelector(".head").scrollIntoView({ block: "nearest" });
      show(0);
    }
    if (focus) event.item.querySelector(".head").focus({ preventScroll: again });
    try { history.replaceState(null, "", `#${encodeURIComponent(event.id)}`); } catch { /* a page without an address */ }
  }

  function unchoose() {
    closeCompare();
    places.clear();
    open(null);
    stops = [];
    say("Nothing is chosen");
  }

  // The two places of a discrepancy, side by side.
  function quote(side) {
    const [first, last] = side.segment;
    const from = last - first > 900 ? Math.max(first, Math.min(side.told[0], ...side.values.map((v) => v[0])) - 150) : first;
    const to = last - first > 900 ? Math.min(last, Math.max(side.told[1], ...side.values.map((v) => v[1])) + 150, from + 2400) : last;
    const box = document.createElement("blockquote");
    let at = from;
    if (from > first) {
      at += (/^\S*\s+/.exec(places.words(from, Math.min(...side.values.map((v) => v[0]), side.told[0]))) || [""])[0].length;
      box.append("… ");
    }
    for (const [start, end] of side.values) {
      if (start < at || end > to) continue;
      box.append(places.words(at, start, at > from));
      const value = places.words(start, end, true);
      if (value.startsWith("\n")) box.append("\n");
      box.append(make("span", "value", value.trimStart()));
      at = end;
    }
    box.append(places.words(at, to, at > from));
    if (to < last) box.append(" …");
    box.dir = "auto";
    box.tabIndex = 0;
    return box;
  }

  function compare(id) {
    const d = data.discrepancies[id];
    const event = byId.get(d.event);
    places.clear();
    open(event || null);
    stops = [];
    const sides = make("div", "sides");
    const panel = $("compare");
    [["narrative", "The prose", 0], ["annex", "The table", 1]].forEach(([name, title, i]) => {
      const side = d[name];
      const head = make("h4", "", `${title}${side ? `: ${side.name}` : ""}`);
      const box = make("div", `side ${name}`, head);
      const says = d.said[i];
      if (says) box.append(make("p", "says", "says ", make("b", "", make("bdi", "", says))));
      if (says && says === d.said[2]) box.classList.add("taken");
      if (side) {
        const [start, end] = side.told;
        box.append(quote(side));
        const n = stops.length;
        stops.push({ spans: places.mark(start, end, "told"), name: `${title}, ${side.name}`, side: true });
        for (const [a, b] of side.values) places.mark(a, b, "value");
        const go = make("button", "", "Show in the text");
        go.type = "button";
        go.addEventListener("click", () => show(n));
        head.append(go);
      } else {
        box.append(make("p", "says", "No place of its own."));
      }
      sides.append(box);
    });
    const close = make("button", "", "Close");
    close.type = "button";
    close.addEventListener("click", () => { closeCompare(); if (event) choose(event, { focus: true }); else unchoose(); });
    const title = make("h3", "", d.kind[0].toUpperCase() + d.kind.slice(1));
    if (d.said[2]) title.append(make("span", "kind", " taken: ", make("bdi", "", d.said[2])));
    panel.replaceChildren(make("div", "top", title, close), make("p", "why", d.explanation), sides);
    panel.hidden = false;
    for (const box of panel.querySelectorAll("blockquote")) {
      const value = box.querySelector(".value");
      if (value) box.scrollTop = value.offsetTop - box.offsetTop - 40;
    }
    for (const button of document.querySelectorAll(".discrepancy")) {
      if (button.dataset.id === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    show(0);
    say(`${d.kind}. ${d.explanation}`);
  }

  function closeCompare() {
    $("compare").hidden = true;
    for (const button of document.querySelectorAll('.discrepancy[aria-current="true"]')) button.removeAttribute("aria-current");
  }

  // Filters
  const texts = items.map((item) => item.textContent.toLowerCase());
  function filter() {
    const words = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    items.forEach((item, i) => {
      const fits = words.every((word) => texts[i].includes(word))
        && (!$("only-review").checked || item.dataset.review === "true")
        && (!$("only-odd").checked || item.dataset.odd !== "0");
      item.hidden = !fits;
      n += fits;
    });
    const all = n === items.length;
    $("shown").textContent = all ? "" : `${n} of ${items.length} events${n ? "" : ": none fits"}`;
  }
  for (const id of ["search", "only-review", "only-odd"]) $(id).addEventListener("input", filter);

  // Clicks
  document.addEventListener("click", (click) => {
    const button = click.target.closest("button");
    if (!button) return;
    const item = button.closest(".event");
    const event = item && byId.get(item.id);
    if (button.classList.contains("head")) {
      if (chosen === event && $("compare").hidden && !narrow.matches) unchoose();
      else choose(event);
    } else if (button.classList.contains("source")) {
      if (chosen !== event || !$("compare").hidden) choose(event, { reveal: false });
      show(Number(button.dataset.n));
    } else if (button.classList.contains("guest") || button.classList.contains("link")) {
      const spans = button.classList.contains("guest") ? event.people : event.links;
      choose(event, { reveal: false });
      const [start, end] = spans[Number(button.dataset.n)];
      const marked = places.mark(start, end, "named now");
      if (narrow.matches) tab("text");
      scrollTo(marked[0]);
      say(`Marked: ${button.textContent}`);
    } else if (button.classList.contains("discrepancy")) {
      compare(button.dataset.id);
    } else if (button.parentElement.classList.contains("tabs")) {
      tab(button.dataset.tab);
    } else if (button.parentElement.classList.contains("legend")) {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      report.classList.toggle(`off-${button.dataset.label.toLowerCase()}`, !on);
    } else if (button.id === "help") {
      $("keys").showModal();
    }
  });

  // Keys
  function step(by) {
    const visible = items.filter((item) => !item.hidden);
    if (!visible.length) return;
    const current = document.activeElement.closest?.(".event") || chosen?.item;
    const at = visible.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(Math.max(at + by, 0), visible.length - 1);
    if (narrow.matches) tab("events");
    const head = visible[next].querySelector(".head");
    head.scrollIntoView({ block: "nearest" });
    head.focus({ preventScroll: true });
  }
  document.addEventListener("keydown", (press) => {
    if (press.ctrlKey || press.metaKey || press.altKey || $("keys").open) return;
    const typing = press.target.closest?.("input, textarea, select, [contenteditable]");
    if (press.key === "Escape") {
      if (typing && typing.id === "search") { typing.value = ""; filter(); typing.blur(); }
      else if (!$("compare").hidden) $("compare").querySelector("button").click();
      return;
    }
    if (typing && typing.type !== "checkbox") {
      if (press.key === "Enter" && typing.id === "search") { press.preventDefault(); typing.blur(); step(1); }
      return;
    }
    const keys = {
      j: () => step(1),
      k: () => step(-1),
      n: () => show(stop + 1),
      p: () => show(stop - 1),
      e: () => chosen?.item.querySelector(".edit")?.click(),
      "/": () => { if (narrow.matches) tab("events"); $("search").focus(); },
      "?": () => $("keys").showModal(),
    };
    if (Object.hasOwn(keys, press.key)) { press.preventDefault(); keys[press.key](); }
  });

  function fromAddress() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* an address that is no code: as it stands */ }
    const event = byId.get(id);
    if (event) choose(event, { focus: true });
  }
  addEventListener("hashchange", fromAddress);
  globalThis.Page = { data, byId, say, make, choose };
  globalThis.Corrections?.start(globalThis.Page);
  fromAddress();
})();
