// The inbox: walking by keyboard, asking for news, presence. All of it works without, only slower.

const inbox = document.querySelector("[data-inbox]");
const pane = document.getElementById("ticket");
const root = inbox || pane;
const announce = (text) => {
  const place = document.querySelector("[data-announce]");
  if (place) place.textContent = text;
};

// --- the list ---------------------------------------------------------------------------------
const rows = () => [...document.querySelectorAll("[data-list] [data-ticket]")];
let coming = null;  // the number of the ticket that is fetched now
let chosen = null;  // the number of the selected ticket: its row may be drawn anew at any time
const selected = () => rows().find((row) => row.dataset.ticket === chosen);

function select(row, { focus = true } = {}) {
  chosen = row?.dataset.ticket ?? null;
  markSelected();
  if (!row || !focus) return;
  row.scrollIntoView({ block: "nearest" });
  row.querySelector(".row-link").focus({ preventScroll: true });
}

function markSelected() {
  for (const row of rows()) row.classList.toggle("is-selected", row.dataset.ticket === chosen);
}

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(selected());
  select(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
}

// Where list and ticket do not fit side by side a ticket is a page of its own: "back" leads here.
const isNarrow = window.matchMedia("(max-width: 62rem)");
document.addEventListener("click", (event) => {
  if (isNarrow.matches && event.target.closest(".row-link")) event.stopImmediatePropagation();
}, true);

document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-ticket]");
  if (!row) return;
  select(row, { focus: false });
  if (event.defaultPrevented) coming = chosen;  // htmx fetches it
});

// --- the open ticket ----------------------------------------------------------------------------
const open = () => pane?.querySelector("[data-open-ticket]");
const field = () => pane?.querySelector("textarea[data-key=r]");
const isWriting = () => Boolean(field()) && field().value !== field().defaultValue;
// A pane that somebody works in is not drawn anew under their hands.
const isBusy = () => Boolean(pane.querySelector("details[data-menu][open]")) || [...pane.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);

function load(address) {
  window.htmx.ajax("GET", address, { source: pane, target: "#ticket", swap: "innerHTML" });
}

// What was typed while the server drew the same ticket anew is put back.
let kept = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "ticket") return;
  const number = open()?.dataset.openTicket;
  kept = [...pane.querySelectorAll("textarea")]
    .filter((area) => area.value !== area.defaultValue && !event.detail.requestConfig.elt.contains(area))
    .map(({ id, value }) => ({ id, value, number }));
});

function putBack() {
  for (const { id, value, number } of kept) {
    const area = document.getElementById(id);
    if (!area || number !== open()?.dataset.openTicket) continue;
    area.value = value;
    area.closest("details")?.setAttribute("open", "");
  }
  kept = [];
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "ticket") return;
  putBack();
  const form = pane.querySelector(".is-invalid textarea, [role=alert] ~ form textarea");
  if (form) form.focus();
  else if (document.activeElement === document.body) pane.focus({ preventScroll: true });
  const undo = pane.querySelector(".undo[data-expires]");
  if (undo) setTimeout(() => forget(undo), Number(undo.dataset.expires) * 1000);
});

function forget(undo) {
  if (undo.contains(document.activeElement)) pane.focus({ preventScroll: true });
  undo.remove();
}

// Only after settling do new forms work, and do the classes of a row that was drawn anew stay.
document.addEventListener("htmx:afterSettle", () => {
  markSelected();
  if (open()?.dataset.openTicket === coming) coming = null;
  playWaiting();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-refresh]")) load(open().dataset.self);
  const opener = event.target.closest("[data-open]");
  if (opener) document.getElementById(opener.dataset.open)?.showModal();
});

// --- an article in the answer -----------------------------------------------------------------
// The words go where the cursor is; the event lets the draft be kept and the preview drawn.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  const area = button && field();
  if (!area) return;
  event.preventDefault();
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  const text = (before && !/\s$/.test(before) ? " " : "") + button.dataset.insert + (after && !/^\s/.test(after) ? " " : "");
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
});

// --- keys -----------------------------------------------------------------------------------------
function press(key) {
  const form = pane?.querySelector(`form[data-key="${key}"]`);
  if (form) form.requestSubmit();
  return Boolean(form);
}

function drop(selector, code) {
  const menu = pane?.querySelector(selector);
  if (!menu) return false;
  menu.open = true;
  const choice = code ? menu.querySelector(`[data-team="${code}"]`) : menu.querySelector("input[type=radio]:checked");
  if (code && !choice) { menu.open = false; return false; }
  if (code) choice.checked = true;
  (choice || menu.querySelector("input")).focus();
  return true;
}

const KEYS = {
  j: () => (step(1), true),
  k: () => (step(-1), true),
  c: () => press("c"),
  z: () => press("z"),
  y: () => press("y"),
  r: () => (field()?.focus(), Boolean(field())),
  n: () => {
    const box = pane?.querySelector("[data-key=n]");
    if (!box) return false;
    box.open = true;
    box.querySelector("textarea").focus();
    return true;
  },
  i: () => drop("[data-reroute]", "info"),
  m: () => drop("[data-reroute]", "comms"),
  p: () => drop("[data-reroute]", "press"),
  x: () => drop("[data-reroute]", "crisis"),
  e: () => drop("[data-close]"),
  "/": () => (document.querySelector("[data-key='/']")?.focus(), true),
  "?": () => (document.getElementById("shortcuts")?.showModal(), true),
};

// Keys are about the selected ticket. What is typed while that is fetched waits, in order.
const ABOUT_TICKET = new Set("czyrnimpxe");
const waiting = [];

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => {
    coming = null;
    waiting.length = 0;
  });
}

function act(key) {
  if (key === "Enter") document.activeElement.form?.requestSubmit();
  else if (ABOUT_TICKET.has(key) && selected() && open()?.dataset.openTicket !== chosen) {
    waiting.unshift(key);
    selected().querySelector(".row-link").click();
  } else if (!KEYS[key]()) return false;
  else if (key === "r" || key === "n") waiting.length = 0;  // what follows is text
  return true;
}

function playWaiting() {
  while (waiting.length && coming === null) act(waiting.shift());
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form?.dataset.composer !== undefined) {
    event.preventDefault();
    event.target.form.requestSubmit();
    return;
  }
  if (event.key === "Escape" && event.target.closest("#ticket textarea, #ticket input")) {
    (selected()?.querySelector(".row-link") || pane).focus();
    return;
  }
  const isTyping = event.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox])");
  const isOff = event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") || document.querySelector("[data-no-shortcuts]");
  if (isTyping || isOff) return;
  if (coming !== null && (KEYS[event.key] || (event.key === "Enter" && waiting.length))) waiting.push(event.key);
  else if (!KEYS[event.key] || !act(event.key)) return;
  event.preventDefault();
});

// --- anything new? ------------------------------------------------------------------------------------
const news = document.querySelector("[data-news]");
const fresh = new Set();
const heard = new Set();  // the server may tell the same news twice
let since = inbox?.dataset.since;
let lastSaid = 0;

function tell() {
  if (!news) return;
  if (!fresh.size && document.activeElement === news) step(0);
  news.hidden = !fresh.size;
  news.textContent = fresh.size === 1 ? news.dataset.one : news.dataset.many.replace("{n}", fresh.size);
  if (fresh.size && Date.now() - lastSaid > 10_000) {
    lastSaid = Date.now();
    announce(news.textContent);
  }
}

function hear(change) {
  const article = open();
  if (article?.dataset.openTicket === String(change.ticket) && Number(article.dataset.revision) < change.revision) {
    if (isBusy()) pane.querySelector("[data-changed]").hidden = false;
    else load(article.dataset.self);
  }
  const row = document.getElementById(`row-${change.ticket}`);
  if (!row && change.isNew && !heard.has(change.ticket)) fresh.add(change.ticket);
  if (change.isNew) heard.add(change.ticket);
  if (row && change.state === "closed") row.classList.add("is-gone");
}

async function ask() {
  const response = await fetch(`${inbox.dataset.pulse}?since=${encodeURIComponent(since)}`);
  if (response.status === 403) return location.reload();
  if (!response.ok) return;
  const pulse = await response.json();
  since = pulse.at;
  pulse.changes.forEach(hear);
  if (fresh.size && !rows().length) news?.click();
  tell();
}

if (inbox) {
  let turn = 0;
  setInterval(() => {
    // A hidden tab asks five times less often.
    turn += 1;
    if (document.hidden && turn % 5) return;
    ask().catch(() => {});
  }, 2000);
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id !== "list" && event.detail.elt?.id !== "list") return;
    fresh.clear();
    tell();
  });
}

// --- who else is here -----------------------------------------------------------------------------------
const token = () => JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];

async function beHere() {
  const article = open();
  if (!article?.dataset.presence || document.hidden) return;
  const body = new URLSearchParams(isWriting() && document.activeElement === field() ? { typing: "1" } : {});
  const response = await fetch(article.dataset.presence, { method: "POST", body, headers: { "X-CSRFToken": token() } });
  if (response.status === 404) delete article.dataset.presence;  // moved out of our sight
  if (!response.ok || open() !== article) return;
  const others = article.querySelector("[data-others]");
  if (!others) return;
  // Compared as the browser writes it: what did not change must not be read aloud again.
  const fresh = others.cloneNode();
  fresh.innerHTML = await response.text();
  if (fresh.innerHTML.trim() !== others.innerHTML.trim()) others.replaceChildren(...fresh.childNodes);
}

setInterval(() => beHere().catch(() => {}), 4000);
window.addEventListener("pagehide", () => {
  if (open()?.dataset.presence) fetch(open().dataset.presence, { method: "POST", keepalive: true, body: new URLSearchParams({ leaves: "1" }), headers: { "X-CSRFToken": token() } });
});
if (root?.dataset.noShortcuts !== undefined) document.querySelectorAll("kbd").forEach((key) => key.remove());
