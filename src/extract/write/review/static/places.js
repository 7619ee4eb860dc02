// Characters of the canonical text in the page. An element with data-s holds the text from that offset on, one
// character (code point) for one; so a place is found by counting, and never by searching.
"use strict";

globalThis.Places = class {
  constructor(root) {
    this.leaves = [...root.querySelectorAll("[data-s]")].map((element) => ({ element, start: Number(element.dataset.s) }));
    this.wrapped = [];
    this.blocks = [];
  }

  // The index of the last leaf that begins at or before an offset.
  index(offset) {
    let low = 0;
    let high = this.leaves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.leaves[middle].start <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  // Calls visit(text node, first, last) in UTF-16 units for each piece of the characters from start to end.
  pieces(start, end, visit) {
    for (let i = this.index(start); i < this.leaves.length && this.leaves[i].start < end; i += 1) {
      const { element, start: base } = this.leaves[i];
      const nodes = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode);
      let at = base;
      for (const node of nodes) {
        const text = node.data;
        const points = /[\ud800-\udbff]/.test(text) ? [...text] : text;
        const next = at + points.length;
        if (next > start && at < end) {
          const from = Math.max(start - at, 0);
          const to = Math.min(end - at, points.length);
          if (points === text) visit(node, from, to, element);
          else visit(node, points.slice(0, from).join("").length, points.slice(0, to).join("").length, element);
        }
        at = next;
        if (at >= end) break;
      }
    }
  }

  // The words from start to end; cells are parted by a line break, from the words asked for before as well.
  words(start, end, goesOn = false) {
    const out = [];
    let last = goesOn ? this.last : null;
    this.pieces(start, end, (node, from, to, element) => {
      if (last && last !== element) out.push("\n");
      last = element;
      out.push(node.data.slice(from, to));
    });
    this.last = last;
    return out.join("");
  }

  // Wraps the characters in spans of a class; blanks at the ends of a block too, so that they are one band.
  mark(start, end, name) {
    const found = [];
    const todo = [];
    this.pieces(start, end, (node, from, to, element) => { if (to > from) todo.push([node, from, to, element]); });
    for (const [node, from, to, element] of todo) {
      let piece = node;
      if (to < piece.data.length) piece.splitText(to);
      if (from > 0) piece = piece.splitText(from);
      const span = document.createElement("span");
      span.className = name;
      piece.replaceWith(span);
      span.append(piece);
      this.wrapped.push(span);
      found.push(span);
      const block = element.closest("tr") || element;
      if (name === "told" && !block.classList.contains("place")) {
        block.classList.add("place");
        this.blocks.push(block);
      }
    }
    return found;
  }

  clear() {
    for (const span of this.wrapped.reverse()) {
      const parent = span.parentNode;
      span.replaceWith(...span.childNodes);
      parent.normalize();
    }
    for (const block of this.blocks) block.classList.remove("place");
    this.wrapped = [];
    this.blocks = [];
  }
};
