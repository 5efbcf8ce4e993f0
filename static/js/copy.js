// A button that puts the value of a field on the clipboard, and says so.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.querySelector(button.dataset.copy);
  button.hidden = !field;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard?.writeText(field.value);
    button.querySelector("span").textContent = button.dataset.done;
  });
}
