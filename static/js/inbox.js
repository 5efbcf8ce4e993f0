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
const selected = () => document.querySelector(".ticket-row.is-selected");

function select(row, { focus = true } = {}) {
  selected()?.classList.remove("is-selected");
  if (!row) return;
  row.classList.add("is-selected");
  row.scrollIntoView({ block: "nearest" });
  if (focus) row.querySelector(".row-link").focus({ preventScroll: true });
}

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(selected());
  select(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
}

document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-ticket]");
  if (row) select(row, { focus: false });
});

// --- the open ticket ----------------------------------------------------------------------------
const open = () => pane?.querySelector("[data-open-ticket]");
const field = () => pane?.querySelector("textarea[data-key=r]");
const isWriting = () => Boolean(field()) && field().value !== field().defaultValue;

function reopen() {
  if (open()) window.htmx.ajax("GET", open().dataset.self, { target: "#ticket", swap: "innerHTML" });
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "ticket") return;
  const form = pane.querySelector(".is-invalid textarea, [role=alert] ~ form textarea");
  if (form) form.focus();
  else if (!pane.contains(document.activeElement) && !selected()?.contains(document.activeElement)) pane.focus({ preventScroll: true });
  const undo = pane.querySelector(".undo[data-expires]");
  if (undo) setTimeout(() => undo.remove(), Number(undo.dataset.expires) * 1000);
  markOpen();
});

// The row of the open ticket stays marked, also when the server drew it anew.
function markOpen() {
  const row = open() && rows().find((row) => row.dataset.ticket === open().dataset.openTicket);
  if (row) select(row, { focus: false });
}
document.addEventListener("htmx:oobAfterSwap", markOpen);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-refresh]")) reopen();
  const opener = event.target.closest("[data-open]");
  if (opener) document.getElementById(opener.dataset.open)?.showModal();
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
  if (isTyping || isOff || !KEYS[event.key]) return;
  if (KEYS[event.key]()) event.preventDefault();
});

// --- anything new? ------------------------------------------------------------------------------------
const news = document.querySelector("[data-news]");
const fresh = new Set();
let since = inbox?.dataset.since;
let lastSaid = 0;

function tell() {
  if (!news) return;
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
    if (isWriting()) pane.querySelector("[data-changed]").hidden = false;
    else reopen();
  }
  const row = document.getElementById(`row-${change.ticket}`);
  if (!row && change.isNew) fresh.add(change.ticket);
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
  if (!article || document.hidden) return;
  const body = new URLSearchParams(isWriting() && document.activeElement === field() ? { typing: "1" } : {});
  const response = await fetch(article.dataset.presence, { method: "POST", body, headers: { "X-CSRFToken": token() } });
  if (!response.ok || open() !== article) return;
  const others = article.querySelector("[data-others]");
  const html = await response.text();
  if (others && others.innerHTML.trim() !== html.trim()) others.innerHTML = html;
}

setInterval(() => beHere().catch(() => {}), 4000);
window.addEventListener("pagehide", () => {
  if (open()) fetch(open().dataset.presence, { method: "POST", keepalive: true, body: new URLSearchParams({ leaves: "1" }), headers: { "X-CSRFToken": token() } });
});
if (root?.dataset.noShortcuts !== undefined) document.querySelectorAll("kbd").forEach((key) => key.remove());
