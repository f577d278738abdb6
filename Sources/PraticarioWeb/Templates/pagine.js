// Everything works without this: it spares a click and completes what is typed.
(() => {
  "use strict";
  const form = document.querySelector("form.ask");
  if (!form) return;

  // On a phone the sheets come first: filters unfold when they are wanted.
  const filters = form.querySelector("details.filters");
  const isNarrow = matchMedia("(max-width: 51.99rem)").matches;
  if (filters && isNarrow && !form.querySelector("input:checked")) filters.open = false;

  // A box that is ticked asks again at once; where one was is kept by the browser.
  form.addEventListener("change", (event) => {
    if (event.target.matches("input[type=checkbox], select")) {
      sessionStorage.setItem("fuoco", event.target.name + "\n" + event.target.value);
      form.requestSubmit();
    }
  });
  const focused = sessionStorage.getItem("fuoco");
  if (focused) {
    sessionStorage.removeItem("fuoco");
    const [name, value] = focused.split("\n");
    const field = [...form.elements].find((e) => e.name === name && (e.value === value || e.tagName === "SELECT"));
    if (field) {
      for (let above = field.parentElement; above; above = above.parentElement) {
        if (above.tagName === "DETAILS") above.open = true;
      }
      field.focus({ preventScroll: false });
    }
  }

  // An address without what says nothing: an empty box, the order that holds anyway.
  form.addEventListener("formdata", (event) => {
    const data = event.formData;
    if (!data.get("q")) data.delete("q");
    const order = form.querySelector("select[name=ordine]");
    if (order && order.selectedIndex === 0) data.delete("ordine");
  });

  const box = form.querySelector("input[type=search]");
  const list = document.getElementById("suggerimenti");
  if (!box || !list) return;
  let waiting = null;
  let asked = null;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const typed = box.value.trim();
      if (typed.length < 2) return list.replaceChildren();
      if (asked) asked.abort();
      asked = new AbortController();
      try {
        const answer = await fetch("/api/v1/suggestions?q=" + encodeURIComponent(typed), { signal: asked.signal });
        if (!answer.ok) return;
        const { suggestions } = await answer.json();
        list.replaceChildren(...suggestions.map(({ text }) => {
          const option = document.createElement("option");
          option.value = text;
          return option;
        }));
      } catch {
        // Without suggestions one types on.
      }
    }, 150);
  });
})();

// What is typed in a sheet is kept on the server while one writes: a browser that ends loses nothing. What is wrong comes
// back with it, and is shown beside the fields that were touched.
(() => {
  "use strict";
  const form = document.querySelector("form[data-bozza]");
  if (!form) return;
  const said = form.querySelector(".kept");
  const touched = new Set();
  let waiting = null;
  let isSent = false;

  // The field as a whole: of a list, not its line.
  const whole = (element) => {
    let field = element.closest(".field");
    for (let above = field; above; above = above.parentElement.closest(".field")) field = above;
    return field;
  };

  const show = (answer) => {
    for (const field of touched) {
      const control = field.matches("fieldset") ? field : field.querySelector("input, select, textarea");
      const same = control && answer.getElementById(control.id);
      if (!same) continue;
      const old = document.getElementById(control.id + "-problemi");
      const now = answer.getElementById(control.id + "-problemi");
      if (old) old.remove();
      if (now) field.append(document.importNode(now, true));
      for (const name of ["aria-describedby", "aria-invalid"]) {
        if (same.hasAttribute(name)) control.setAttribute(name, same.getAttribute(name));
        else control.removeAttribute(name);
      }
    }
  };

  const body = (action) => {
    const data = new FormData(form);
    if (action) data.set("azione", action);
    return new URLSearchParams(data);
  };

  const keep = async () => {
    waiting = null;
    try {
      const answer = await fetch(form.action, { method: "POST", body: body("controlla") });
      if (!answer.ok || answer.redirected || waiting || isSent) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      show(page);
      const verdict = page.querySelector(".verdict");
      said.textContent = said.dataset.salvata + " " + new Date().toLocaleTimeString()
        + (verdict ? " · " + verdict.textContent : "");
    } catch {
      // The next change tries again.
    }
  };
  form.addEventListener("input", (event) => {
    touched.add(whole(event.target));
    clearTimeout(waiting);
    waiting = setTimeout(keep, 2000);
  });
  form.addEventListener("submit", () => { isSent = true; clearTimeout(waiting); });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden || !waiting || isSent) return;
    clearTimeout(waiting);
    waiting = null;
    fetch("/bozze/" + form.dataset.bozza, { method: "POST", body: body(), keepalive: true }).catch(() => {});
  });
})();

// Entries of a collection are also dragged to their place, by a handle at their left; the buttons do the same, also for the
// keyboard. What is typed in the notes stays: only the order is taken over from the answer.
(() => {
  "use strict";
  const list = document.querySelector("ol.entries[data-trascina]");
  if (!list || list.querySelectorAll("form.entry").length < 2) return;
  const said = document.createElement("p");
  said.className = "quiet";
  said.setAttribute("role", "status");
  list.before(said);

  const entries = () => [...list.children].filter((item) => item.querySelector("form.entry"));

  const takeOver = (fresh) => {
    const now = [...fresh.children].map((item) => {
      const known = item.id && document.getElementById(item.id);
      if (!known) return document.importNode(item, true);
      known.querySelector(".actions").replaceWith(document.importNode(item.querySelector(".actions"), true));
      return known;
    });
    list.replaceChildren(...now);
    const order = fresh.querySelector("[name=ordine]").value;
    for (const field of document.querySelectorAll("[name=ordine]")) field.value = order;
  };

  const send = async (item, was, action, other) => {
    const form = item.querySelector("form.entry");
    const data = new FormData(form);
    data.set("azione", action);
    data.set("accanto", other.querySelector("[name=voce]").value);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("ol.entries");
      if (!answer.ok || !fresh) throw new Error();
      takeOver(fresh);
      said.textContent = list.dataset.spostata;
    } catch {
      list.insertBefore(item, was);
      said.textContent = list.dataset.nonSpostata;
    }
  };

  const handle = (item) => {
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.title = list.dataset.trascina;
    grip.setAttribute("aria-hidden", "true");
    grip.textContent = "⠿";
    item.prepend(grip);
    grip.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      const was = item.nextElementSibling;
      const ending = new AbortController();
      const listen = (type, work) => document.addEventListener(type, work, { signal: ending.signal });
      item.classList.add("dragged");
      // Of the whole page: an item that changes its place lets go of the pointer.
      listen("pointermove", ({ clientY }) => {
        const over = entries().find((other) => {
          const box = other.getBoundingClientRect();
          return other !== item && clientY > box.top && clientY < box.bottom;
        });
        if (!over) return;
        const box = over.getBoundingClientRect();
        if (clientY > box.top + box.height / 2) {
          if (over.nextElementSibling !== item) over.after(item);
        } else if (item.nextElementSibling !== over) {
          over.before(item);
        }
      });
      const end = (isDropped) => {
        ending.abort();
        item.classList.remove("dragged");
        const all = entries();
        const at = all.indexOf(item);
        if (!isDropped || item.nextElementSibling === was) return list.insertBefore(item, was);
        if (at > 0) send(item, was, "dopo", all[at - 1]);
        else send(item, was, "davanti", all[1]);
      };
      listen("pointerup", () => end(true));
      listen("pointercancel", () => end(false));
    });
  };
  entries().forEach(handle);
})();

// The link of a sheet is copied, or handed to what the device shares with; without this one copies it by hand.
(() => {
  "use strict";
  const field = document.querySelector("input[data-copia]");
  if (!field) return;
  const said = document.createElement("span");
  said.className = "quiet";
  said.setAttribute("role", "status");
  const button = (label, work) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "second";
    made.textContent = label;
    made.addEventListener("click", work);
    field.parentElement.append(made);
  };
  button(field.dataset.copia, async () => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Without TLS there is no clipboard but that of what is selected.
      field.select();
      if (!document.execCommand("copy")) return;
    }
    said.textContent = field.dataset.copiato;
  });
  if (navigator.share) {
    button(field.dataset.manda, () => {
      navigator.share({ title: document.querySelector("h1").textContent, url: field.value }).catch(() => {});
    });
  }
  field.parentElement.append(said);
  field.addEventListener("focus", () => field.select());
})();

// A picture that was chosen is shown before it is sent.
(() => {
  "use strict";
  const field = document.querySelector("input[type=file][data-anteprima]");
  if (!field) return;
  const figure = document.createElement("figure");
  figure.className = "attached";
  field.addEventListener("change", () => {
    figure.remove();
    const [file] = field.files;
    if (!file) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      if (field.files[0] !== file) return;
      const picture = document.createElement("img");
      picture.alt = field.dataset.anteprima;
      // What no browser shows the server may still take, or say why not.
      picture.addEventListener("load", () => {
        const old = field.form.querySelector("figure");
        if (old && old !== figure) old.remove();
        figure.replaceChildren(picture);
        field.parentElement.after(figure);
      });
      picture.src = reader.result;
    });
    reader.readAsDataURL(file);
  });
})();
