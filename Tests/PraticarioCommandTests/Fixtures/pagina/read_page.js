// Opens an exported search page as a browser would, as far as its script needs one, and answers what it is asked:
//   node read_page.js PAGE.html < '["#q=orto", "typed:ort", …]'
// For each address (what stands after the page's name), or question that is being typed, it writes what a reader then sees.
"use strict";
const fs = require("fs"), vm = require("vm");

const page = fs.readFileSync(process.argv[2], "utf8");
const between = (start, end) => {
  const from = page.indexOf(start);
  if (from < 0) throw new Error("the page has no " + start);
  return page.slice(from + start.length, page.indexOf(end, from + start.length));
};

class Element {
  constructor(tag) {
    Object.assign(this, { tag, attributes: {}, nodes: [], listeners: {}, dataset: {}, hidden: false, value: "" });
  }
  get children() { return this.nodes.filter(node => node instanceof Element); }
  get firstChild() { return this.nodes[0] || null; }
  get textContent() { return this.nodes.map(node => node instanceof Element ? node.textContent : node).join(""); }
  set textContent(text) { this.nodes = text === "" ? [] : [String(text)]; }
  append(...nodes) { this.nodes.push(...nodes.map(node => node instanceof Element ? node : String(node))); }
  setAttribute(name, value) { this.attributes[name] = String(value); }
  getAttribute(name) { return name in this.attributes ? this.attributes[name] : null; }
  addEventListener(type, listener) { (this.listeners[type] = this.listeners[type] || []).push(listener); }
  dispatch(type) {
    (this.listeners[type] || []).forEach(listener => listener({ target: this, preventDefault() {} }));
  }
  focus() {}
  all(tag) { return this.children.flatMap(child => [...(child.tag === tag ? [child] : []), ...child.all(tag)]); }
  querySelectorAll(selector) {
    return selector.split(" ").reduce((found, tag) => found.flatMap(one => one.all(tag)), [this]);
  }
  querySelector(selector) { return this.querySelectorAll(selector)[0] || null; }
}

// The elements that the page itself holds, by their ids, and those that the script fills with texts.
const held = new Map();
const texts = [];
for (const match of page.slice(0, page.indexOf("<script")).matchAll(/<([a-z0-9]+)([^>]*)>/g)) {
  const element = new Element(match[1]), attribute = name => (match[2].match(`\\s${name}="([^"]*)"`) || [])[1];
  if (attribute("id")) held.set(attribute("id"), element);
  if (attribute("data-text")) texts.push(Object.assign(element, { dataset: { text: attribute("data-text") } }));
  element.hidden = /\shidden\b/.test(match[2]);
}
const data = new Element("script");
data.append(between('id="data">', "</script>"));
held.set("data", data);

const windowListeners = new Element("window");
const location = { hash: "", search: "" };
const move = (state, title, hash) => { location.hash = hash === "#" ? "" : hash; };
const timers = [];
const context = {
  location, history: { pushState: move, replaceState: move }, Intl, URLSearchParams, Date, console,
  setTimeout: work => timers.push(work), clearTimeout() {},
  document: {
    title: "",
    createElement: tag => new Element(tag),
    getElementById: id => {
      if (!held.has(id)) throw new Error("the page has no element " + id);
      return held.get(id);
    },
    querySelectorAll: selector => {
      if (selector !== "[data-text]") throw new Error(selector);
      return texts;
    },
  },
};
context.window = {
  addEventListener: (type, listener) => windowListeners.addEventListener(type, listener),
  matchMedia: () => ({ matches: true }), scrollTo() {}, print() {},
};
vm.runInNewContext(between("<script>", "</script>"), context);
while (timers.length) timers.shift()();

const byId = id => held.get(id);
// Rows of a facet are made when they are first seen: everything is opened.
function open(element) {
  element.children.forEach(child => {
    if (child.tag === "details") child.dispatch("toggle");
    open(child);
  });
}
open(byId("facets"));

function facets() {
  const found = {};
  byId("facets").all("fieldset").forEach(fieldset => {
    const counts = {};
    fieldset.all("label").forEach(label => {
      const count = Number(label.all("span")[0].textContent.replace(/\D/g, ""));
      if (count) counts[label.all("bdi")[0].textContent] = count;
    });
    found[fieldset.all("legend")[0].textContent] = counts;
  });
  return found;
}

function answer(asked) {
  if (asked.startsWith("typed:")) {
    byId("question").value = asked.slice("typed:".length);
    byId("question").dispatch("input");
    while (timers.length) timers.shift()();
  } else {
    location.hash = asked;
    windowListeners.dispatch("hashchange");
  }
  if (!byId("sheet-view").hidden) return { text: byId("sheet-view").textContent, title: context.document.title };
  while (!byId("more").hidden) byId("more").dispatch("click");
  const results = byId("list").children.map(item => ({
    id: new URLSearchParams(item.querySelector("h3 a").getAttribute("href").slice(1)).get("scheda"),
    text: item.textContent,
    marked: item.all("mark").map(mark => mark.textContent),
    missing: item.all("p").map(p => p.textContent).filter(text => /^(Senza|Without): /.test(text)).join(),
  }));
  return {
    results, status: byId("status").textContent, facets: facets(), address: location.hash,
    nothing: byId("nothing").hidden ? "" : byId("nothing").textContent,
    chosen: byId("chips").textContent, texts: texts.map(element => element.textContent),
  };
}

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(answer)));
