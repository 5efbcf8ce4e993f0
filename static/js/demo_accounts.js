// The sign-in page of the demo: a click fills in one of the accounts.
const form = document.getElementById("sign-in");

for (const button of document.querySelectorAll("button[data-email]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    form.elements.login.value = button.dataset.email;
    form.elements.password.value = button.dataset.password;
    form.querySelector("button[type=submit]").focus();
  });
}
