// Corrections: what a person changes is kept in this browser, and saved as corrections.csv with all earlier ones.
"use strict";

globalThis.Corrections = (() => {
  const COLUMNS = ["table", "id", "field", "old_value", "new_value", "reason", "corrected_by", "corrected_on"];
  const NAME = "unreports:name";
  const keyOf = (table, id, field) => JSON.stringify([table, id, field]);
  const earlier = new Map(RUN.corrections.map((c) => [keyOf(c.table, c.id, c.field), c]));
  const flat = (value) => value.replace(/\s*[\n\r\f\v\u0085\u2028\u2029]+\s*/g, " ").trim();
  const words = (name) => name.replaceAll("_", " ");
  let page;
  let edits = new Map();
  let denied = false;

  // Storage may be denied, for instance for files from disk: then what is changed lasts as long as the page.
  const read = (key) => {
    try { return localStorage.getItem(key); } catch { denied = true; return null; }
  };
  const keep = (key, value) => {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch { denied = true; }
  };
  const place = (id, sha256) => `unreports:${id}:${sha256}`;

  function load(id, sha256) {
    let found = [];
    try { found = JSON.parse(read(place(id, sha256)) || "[]"); } catch { /* not ours */ }
    if (!Array.isArray(found)) found = [];
    const fits = (e) => e && ["table", "id", "field", "old_value", "new_value"].every((c) => typeof e[c] === "string");
    // What a new run has taken over is no edit any more.
    const done = (e) => {
      const c = earlier.get(keyOf(e.table, e.id, e.field));
      return c && c.status === "applied" && c.new_value === e.new_value;
    };
    return new Map(found.filter((e) => fits(e) && !done(e)).map((e) => [keyOf(e.table, e.id, e.field), e]));
  }

  function store() {
    keep(place(page.data.id, page.data.sha256), edits.size ? JSON.stringify([...edits.values()]) : null);
    count();
  }

  function today() {
    const now = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  // A row's value as extracted: an earlier correction that lies over it says what stood there.
  function extracted(row, field) {
    const c = earlier.get(keyOf(row.table, row.id, field));
    return c && c.status === "applied" ? c.old_value : row.values[field] || "";
  }
  const current = (row, field) => edits.get(keyOf(row.table, row.id, field))?.new_value ?? (row.values[field] || "");

  function set(row, field, typed) {
    const key = keyOf(row.table, row.id, field);
    const value = flat(typed);
    if (value === (row.values[field] || "")) edits.delete(key);
    else {
      edits.set(key, {
        table: row.table, id: row.id, field, old_value: field === "*" ? "" : extracted(row, field),
        new_value: value, reason: "", corrected_by: "", corrected_on: today(),
      });
    }
    store();
  }

  // The file
  function pending() {
    const others = Object.entries(RUN.documents).filter(([id]) => id !== page.data.id);
    return { here: [...edits.values()], elsewhere: others.flatMap(([id, sha256]) => [...load(id, sha256).values()]) };
  }

  function merged() {
    const { here, elsewhere } = pending();
    const out = new Map(RUN.corrections.map((c) => [keyOf(c.table, c.id, c.field), c]));
    for (const edit of [...here, ...elsewhere]) {
      const key = keyOf(edit.table, edit.id, edit.field);
      // Back to what is extracted: no correction is left.
      if (edit.new_value === edit.old_value) out.delete(key);
      else out.set(key, edit);
    }
    return [...out.values()];
  }

  const quoted = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const csv = (rows) => [COLUMNS, ...rows.map((row) => COLUMNS.map((c) => row[c] || ""))]
    .map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");

  function download(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  function ask() {
    const { here, elsewhere } = pending();
    const dialog = document.getElementById("saving");
    const reason = document.getElementById("reason");
    const who = document.getElementById("who");
    const parts = [`${here.length} in this document`];
    if (elsewhere.length) parts.push(`${elsewhere.length} in other documents`);
    if (RUN.corrections.length) parts.push(`${RUN.corrections.length} earlier`);
    document.getElementById("what-is-saved").textContent = `Corrections: ${parts.join(", ")}.`;
    who.value = who.value || read(NAME) || "";
    dialog.returnValue = "";
    dialog.showModal();
    (reason.value ? who : reason).focus();
  }

  function save() {
    const reason = flat(document.getElementById("reason").value);
    const who = flat(document.getElementById("who").value);
    keep(NAME, who);
    const sign = (edit) => {
      edit.reason ||= reason;
      edit.corrected_by ||= who;
    };
    [...edits.values()].forEach(sign);
    store();
    for (const [id, sha256] of Object.entries(RUN.documents)) {
      if (id === page.data.id) continue;
      const others = load(id, sha256);
      [...others.values()].forEach(sign);
      if (others.size) keep(place(id, sha256), JSON.stringify([...others.values()]));
    }
    const rows = merged();
    download("corrections.csv", csv(rows));
    page.say(`${rows.length} corrections saved as corrections.csv`);
  }

  // What is shown
  function count() {
    const n = edits.size;
    const button = document.getElementById("save");
    button.disabled = n === 0;
    button.textContent = n ? `Save corrections (${n})` : "Save corrections";
    if (denied && n) page.say("This browser keeps nothing for this page: save before you leave it.");
  }

  const rowOf = (event) => ({ table: "meetings", id: event.id, values: event.values });
  const human = (field, value) => {
    if (value === "true") return "yes";
    if (value === "false") return "no";
    return value || "empty";
  };

  function refresh(event) {
    const row = rowOf(event);
    const { item } = event;
    const changed = [...edits.values()].filter((e) => e.table === "meetings" && e.id === event.id);
    const people = new Set(event.participants.map((p) => p.id));
    const n = changed.length + [...edits.values()].filter((e) => e.table === "participants" && people.has(e.id)).length;
    event.first ??= new Map([...item.querySelectorAll("[data-field], [data-show]")].map((e) => [e, e.textContent]));
    for (const extra of item.querySelectorAll(".extra")) extra.remove();
    for (const [element, text] of event.first) {
      element.textContent = text;
      element.classList.remove("edited", "edited-value");
      element.removeAttribute("title");
    }
    for (const edit of changed) {
      const elements = [...item.querySelectorAll(`[data-field="${CSS.escape(edit.field)}"]`)];
      if (!elements.length && edit.field !== "*") {
        const extra = page.make("div", "extra", page.make("dt", "", words(edit.field)), page.make("dd", ""));
        item.querySelector("dl").append(extra);
        elements.push(extra.lastChild);
      }
      for (const element of elements) {
        element.textContent = human(edit.field, edit.new_value);
        element.classList.add(element.tagName === "DD" ? "edited" : "edited-value");
        element.title = `extracted: ${human(edit.field, edit.old_value)}`;
      }
    }
    const fields = new Set(changed.map((e) => e.field));
    const header = (show, names, text) => {
      if (!names.some((name) => fields.has(name))) return;
      const element = item.querySelector(`[data-show="${show}"]`);
      element.textContent = text;
      element.classList.add("edited-value");
    };
    const [start, end] = [current(row, "start_date"), current(row, "end_date")];
    header("when", ["start_date", "end_date"], (end && end !== start ? `${start} to ${end}` : start) || "no date");
    const number = current(row, "meeting_number");
    header("what", ["event_type", "format", "meeting_number"],
      [words(current(row, "format")), current(row, "event_type"), number && `No. ${number}`].filter(Boolean).join(" "));
    item.classList.toggle("deleted", fields.has("*"));
    item.dataset.review = current(row, "needs_review");
    const review = item.querySelector(".badge.review");
    if (review) review.hidden = item.dataset.review !== "true";
    item.querySelector(".badge.edited")?.remove();
    if (n) item.querySelector(".badges").append(page.make("span", "badge edited", fields.has("*") ? "taken out" : `${n} edited`));
  }

  function control(column, value) {
    let input;
    if (column.values.length || column.type === "boolean") {
      input = document.createElement("select");
      const known = column.type === "boolean" ? ["true", "false"] : column.values;
      const options = [...(column.required ? [] : [""]), ...known];
      if (!options.includes(value)) options.push(value);
      for (const option of options) {
        input.append(new Option(column.type === "boolean" && option ? human("", option) : words(option), option));
      }
    } else if (column.type === "date") {
      input = document.createElement("input");
      input.type = "date";
      input.max = "9999-12-31";
    } else if (column.type === "integer") {
      input = document.createElement("input");
      input.type = "number";
      input.min = "0";
      input.step = "1";
    } else {
      input = document.createElement(value.length > 40 ? "textarea" : "input");
      input.dir = "auto";
      if (input.tagName === "TEXTAREA") input.rows = Math.min(6, Math.ceil(value.length / 32));
    }
    input.value = value;
    return input;
  }

  let serial = 0;
  function fields(row, event) {
    return RUN.columns[row.table].map((column) => {
      const input = control(column, current(row, column.name));
      serial += 1;
      input.id = `field-${serial}`;
      input.name = column.name;
      const label = page.make("label", "", words(column.name));
      label.htmlFor = input.id;
      label.title = column.meaning;
      const was = page.make("span", "was", "");
      was.id = `was-${serial}`;
      input.setAttribute("aria-describedby", was.id);
      const box = page.make("div", "field", label, input, was);
      const show = () => {
        const old = extracted(row, column.name);
        const differs = current(row, column.name) !== old;
        box.classList.toggle("changed", differs);
        const order = column.name === "end_date" && current(row, "end_date") && current(row, "end_date") < current(row, "start_date");
        was.textContent = [differs ? `extracted: ${human("", old)}` : "", order ? "the last day is before the first" : ""].filter(Boolean).join("; ");
      };
      // While one types, not when one leaves: a line that appears then would move what one is about to click.
      input.addEventListener("input", () => {
        if (!input.checkValidity()) { was.textContent = input.validationMessage; return; }
        set(row, column.name, input.value);
        show();
        refresh(event);
      });
      show();
      return box;
    });
  }

  function removal(row, event, text) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.name = "delete";
    box.checked = edits.has(keyOf(row.table, row.id, "*"));
    box.addEventListener("change", () => {
      set(row, "*", box.checked ? "delete" : "");
      refresh(event);
    });
    return page.make("label", "check", box, ` ${text}`);
  }

  function form(event) {
    const row = rowOf(event);
    const out = page.make("form", "correct", page.make("h3", "", "Correct this row"));
    out.addEventListener("submit", (submit) => submit.preventDefault());
    out.append(removal(row, event, "Take this row out: it is no event, or stands here twice"), ...fields(row, event));
    event.participants.forEach((p) => {
      const details = page.make("details", "", page.make("summary", "", "Participant: ", page.make("bdi", "", p.text.slice(0, 200))));
      const person = { table: "participants", id: p.id, values: p.values };
      details.addEventListener("toggle", () => {
        if (details.open && details.children.length === 1) {
          details.append(removal(person, event, "Take this participant out"), ...fields(person, event));
        }
      });
      out.append(details);
    });
    const close = page.make("button", "close-form", "Close");
    close.type = "button";
    close.addEventListener("click", () => toggle(event));
    out.append(page.make("p", "actions", close));
    return out;
  }

  function toggle(event) {
    const detail = event.item.querySelector(".detail");
    const open = detail.querySelector("form.correct");
    const button = detail.querySelector(".edit");
    if (open) {
      open.remove();
      button.parentElement.hidden = false;
      button.focus();
    } else {
      button.parentElement.hidden = true;
      const made = form(event);
      detail.append(made);
      made.querySelector("select, input:not([type=checkbox])").focus();
    }
  }

  function start(with_page) {
    page = with_page;
    edits = load(page.data.id, page.data.sha256);
    const touched = new Set([...edits.values()].map((e) => e.id));
    for (const event of page.byId.values()) {
      if (touched.has(event.id) || event.participants.some((p) => touched.has(p.id))) refresh(event);
    }
    count();
    document.addEventListener("click", (click) => {
      const button = click.target.closest("button.edit");
      if (button) toggle(page.byId.get(button.closest(".event").id));
    });
    document.getElementById("save").addEventListener("click", ask);
    const dialog = document.getElementById("saving");
    dialog.querySelector("form").addEventListener("submit", (submit) => {
      if (submit.submitter?.value === "save") save();
    });
    dialog.querySelector(".cancel").addEventListener("click", () => dialog.close());
    addEventListener("beforeunload", (leaving) => { if (denied && edits.size) leaving.preventDefault(); });
  }

  return { start };
})();
