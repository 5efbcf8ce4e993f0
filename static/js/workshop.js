// The workshop: asking for news, keys for the facilitator, playing a session again. Without it all
// works too: a phone has a link to look again, and every button is a form.

const live = document.getElementById("live");
const frame = document.querySelector("[data-live]");

// --- anything new? --------------------------------------------------------------------------------
const state = () => live.querySelector("[data-state]")?.dataset ?? {};
const offline = frame?.querySelector("[data-offline]");
let failures = 0;
let timer = 0;

// A screen tells which numbers it was made from; only those that differ make it ask again.
const isOld = (news) => Object.entries(state()).some(([name, value]) => name in news && String(news[name]) !== value);

// What somebody types or opened must not be drawn anew under their hands.
const isBusy = () => Boolean(live.querySelector(".htmx-request, details[data-menu][open]") || document.querySelector("dialog#confirm[open]"));

function load() {
  return window.htmx.ajax("GET", frame.dataset.self, { source: live, target: "#live", swap: "innerHTML show:none" });
}

async function ask() {
  // No cookies: the signed address says enough, and the server looks nobody up.
  const response = await fetch(frame.dataset.live, { credentials: "omit", signal: AbortSignal.timeout(8000) });
  if (!response.ok) throw new Error(String(response.status));
  const news = await response.json();
  if (isOld(news) && !isBusy()) await load();
}

async function turn() {
  clearTimeout(timer);
  try {
    await ask();
    failures = 0;
  } catch {
    failures += 1;
  }
  offline.hidden = failures < 2;
  if (state().step === "closed") return;
  // Not all phones at the same moment; a hidden page asks five times less often.
  const pause = (document.hidden ? 8000 : 1500) + Math.random() * 500;
  timer = setTimeout(turn, pause);
}

if (frame) {
  timer = setTimeout(turn, 1500);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) turn(); });
  window.addEventListener("online", turn);
}

// --- what was typed stays, whatever is drawn anew ---------------------------------------------------
let kept = [];
let opened = [];

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target !== live) return;
  const sender = event.detail.requestConfig.elt;
  // What another button asked for is still under way, and it needs the place where it stands.
  if ([...live.querySelectorAll(".htmx-request")].some((busy) => busy !== sender)) {
    event.detail.shouldSwap = false;
    return;
  }
  kept = [...live.querySelectorAll("textarea[id], input[id]:not([type=hidden]):not([type=range])")]
    .filter((field) => field.value !== field.defaultValue && !sender.contains(field))
    .map(({ id, value, form }) => ({ id, value, seen: form?.elements.seen?.value }));
  opened = [...live.querySelectorAll("details[id][open]:not([data-menu])")].map(({ id }) => id);
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target !== live) return;
  for (const { id, value, seen } of kept) {
    const field = document.getElementById(id);
    if (!field) continue;
    field.value = value;
    // The server must hear what stood there when the writing began, or it overwrites a colleague.
    if (seen !== undefined) field.form.elements.seen.value = seen;
  }
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  kept = [];
  opened = [];
  showPlay();
});

// Notes are kept when the facilitator leaves the field.
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-save-on-leave]");
  if (form) form.requestSubmit();
});

// --- keys and buttons of the facilitator ------------------------------------------------------------
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) document.getElementById(opener.dataset.open)?.showModal();
  if (event.target.closest("[data-fullscreen]")) {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  }
  if (event.target.closest("[data-play]")) play(!playing);
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("textarea, select, input");
  const isOff = event.ctrlKey || event.metaKey || event.altKey || event.repeat || document.querySelector("dialog[open]");
  const isSingle = event.key.length === 1;
  if (isTyping || isOff || (isSingle && frame?.dataset.noShortcuts !== undefined)) return;
  const button = live?.querySelector(`[data-keys~="${CSS.escape(event.key)}"]:not(:disabled)`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// --- a session once more ------------------------------------------------------------------------------
let playing = 0;

function showPlay() {
  const button = live?.querySelector("[data-play]");
  if (!button) return;
  button.hidden = false;
  button.setAttribute("aria-pressed", String(Boolean(playing)));
}

function play(start) {
  clearInterval(playing);
  playing = start ? setInterval(forward, 700) : 0;
  showPlay();
}

function forward() {
  const slider = document.getElementById("at");
  if (Number(slider.value) >= Number(slider.max)) return play(false);
  slider.value = Math.min(Number(slider.max), Number(slider.value) + Math.max(1, Math.round(slider.max / 120)));
  slider.form.requestSubmit();
}

showPlay();
