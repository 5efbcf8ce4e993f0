// Refreshes the threads while the form beside them stays as it is.
"use strict";

const threads = document.getElementById("threads");

async function refresh() {
  try {
    const platform = encodeURIComponent(threads.dataset.platform);
    const answer = await fetch(`/threads?platform=${platform}`);
    const text = await answer.text();
    if (answer.ok && text !== refresh.last) {
      threads.innerHTML = text;
      refresh.last = text;
    }
  } catch {
    // The platform is away for a moment; the next round tries again.
  }
}

if (threads) {
  setInterval(refresh, 3000);
}
