// A code or key behind the # of an address never reaches a server. Here it is put in the field.
const code = decodeURIComponent(location.hash.slice(1));

if (/^[A-Z0-9-]{12,40}$/i.test(code)) {
  const form = [...document.querySelectorAll("[data-from-fragment]")].pop();
  const input = form?.querySelector("input[name=code]");
  if (input) {
    input.value = code;
    form.closest("details")?.setAttribute("open", "");
    form.querySelector("button")?.focus();
    history.replaceState(null, "", location.pathname);
  }
}
