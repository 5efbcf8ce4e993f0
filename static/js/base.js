// What every page needs: questions before something final, messages that go away, menus that close.

// --- ask first: data-confirm on a form or button, hx-confirm on an htmx element ----------------
const dialog = document.getElementById("confirm");

function ask(question, label) {
  dialog.querySelector("[data-question]").textContent = question;
  const button = dialog.querySelector("[value=yes]");
  button.textContent = label || button.dataset.label;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

document.addEventListener("submit", async (event) => {
  const asker = event.submitter?.dataset.confirm ? event.submitter : event.target;
  const question = asker.dataset.confirm;
  if (!question || asker.dataset.confirmed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (await ask(question, asker.dataset.confirmLabel)) {
    asker.dataset.confirmed = "yes";
    event.target.requestSubmit(event.submitter);
    delete asker.dataset.confirmed;
  }
}, true);

document.addEventListener("htmx:confirm", async (event) => {
  if (!event.detail.question) return;
  event.preventDefault();
  if (await ask(event.detail.question, event.detail.elt.dataset.confirmLabel)) {
    event.detail.issueRequest(true);
  }
});

// --- messages -----------------------------------------------------------------------------------
document.addEventListener("click", (event) => {
  event.target.closest("[data-dismiss]")?.closest("li, .notice")?.remove();
});

// --- menus made of <details>: close on Escape, on a click elsewhere, when focus leaves ---------
const openMenus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("focusin", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
    return;
  }
  document.querySelector("#messages li:last-child")?.remove();
});

// --- tabs that do not fit: the current one is in sight ---------------------------------------------
for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
  const list = tab.closest(".tabs");
  list.scrollLeft = tab.offsetLeft - list.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
}

// --- forms that send themselves when a choice is made --------------------------------------------
document.addEventListener("change", (event) => {
  if (event.target.closest("[data-submit-on-change]")) event.target.form.requestSubmit();
});

// --- colleagues: whoever is picked from the suggestions becomes a ticked box ----------------------
document.addEventListener("input", (event) => {
  const chosen = event.target.previousElementSibling;
  if (!chosen?.matches("[data-chosen]")) return;
  const picked = [...event.target.list.options].find(({ value }) => value === event.target.value);
  if (!picked) return;
  const item = chosen.appendChild(document.createElement("li"));
  item.className = "form-check";
  const label = item.appendChild(document.createElement("label"));
  label.className = "form-check-label";
  const box = document.createElement("input");
  Object.assign(box, { type: "checkbox", className: "form-check-input", name: event.target.name });
  Object.assign(box, { value: picked.value, checked: true });
  label.append(box, picked.value.replace(/ <[^<]*>$/, ""));
  event.target.value = "";
});

// Typing replaces the name that stands there; else one types in the middle of it.
document.addEventListener("focusin", (event) => {
  if (event.target.matches("input[list][hx-get]")) event.target.select();
});

// --- a request that failed says so ----------------------------------------------------------------
function complain() {
  const template = document.getElementById("request-failed");
  const list = document.getElementById("messages");
  if (template && list) list.replaceChildren(template.content.cloneNode(true));
}

document.addEventListener("htmx:responseError", complain);
document.addEventListener("htmx:sendError", complain);
document.addEventListener("htmx:timeout", complain);
