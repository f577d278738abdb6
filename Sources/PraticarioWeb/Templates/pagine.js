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

// What is typed in a sheet is kept on the server while one writes: a browser that ends loses nothing.
(() => {
  "use strict";
  const form = document.querySelector("form[data-bozza]");
  if (!form) return;
  const said = form.querySelector(".kept");
  let waiting = null;
  let isSent = false;
  const keep = async () => {
    waiting = null;
    try {
      const answer = await fetch("/bozze/" + form.dataset.bozza, {
        method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: document.hidden,
      });
      if (answer.ok && said) said.textContent = said.dataset.salvata + " " + new Date().toLocaleTimeString();
    } catch {
      // The next change tries again.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 3000);
  });
  form.addEventListener("submit", () => { isSent = true; clearTimeout(waiting); });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && waiting && !isSent) { clearTimeout(waiting); keep(); }
  });
})();
