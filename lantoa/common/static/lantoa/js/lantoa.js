// Small helps on top of pages that work without them. Everything is delegated, so swapped-in
// fragments behave like the rest.

const html = document.documentElement;

function showTheme() {
  const now = html.dataset.theme || "auto";
  for (const group of document.querySelectorAll("[data-theme-switch]")) {
    group.hidden = false;
    for (const button of group.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === now));
    }
  }
}

function setTheme(value) {
  if (value === "auto") delete html.dataset.theme;
  else html.dataset.theme = value;
  try {
    if (value === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", value);
  } catch { /* kept for this page only */ }
  showTheme();
}

function openDialog(id) {
  const dialog = document.getElementById(id);
  if (!dialog || typeof dialog.showModal !== "function") return false;
  dialog.showModal();
  return true;
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu !== except) menu.open = false;
  }
}

document.addEventListener("click", (event) => {
  const theme = event.target.closest("[data-theme-switch] button");
  if (theme) setTheme(theme.value);

  const opener = event.target.closest("[data-dialog]");
  if (opener && openDialog(opener.dataset.dialog)) event.preventDefault();

  const closer = event.target.closest("[data-close]");
  if (closer) {
    const dialog = closer.closest("dialog");
    if (dialog) dialog.close();
    else closer.closest("[data-dismiss]")?.remove();
    event.preventDefault();
  }

  if (event.target.closest("[data-print]")) window.print();
  if (event.target instanceof HTMLDialogElement) event.target.close();
  closeMenus(event.target.closest("details[data-menu]"));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details[data-menu][open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const question = event.submitter?.dataset.confirm || form.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  // A second tap on a slow line must not send twice.
  if (form.method === "post" && !form.hasAttribute("hx-post")) {
    setTimeout(() => {
      for (const button of form.querySelectorAll("button[type=submit]")) button.disabled = true;
      const busy = form.querySelector("[data-busy]");
      if (busy) busy.hidden = false;
    });
  }
});

window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("form[method=post] button[type=submit]:disabled")) {
    if (!button.hasAttribute("data-off")) button.disabled = false;
  }
});

// Upload preview: what was picked, before it is sent.
function thumbnail(file) {
  const item = document.createElement("li");
  item.className = "thumb";
  if (file.type.startsWith("image/")) {
    const image = document.createElement("img");
    image.alt = "";
    image.src = URL.createObjectURL(file);
    image.onload = () => URL.revokeObjectURL(image.src);
    item.append(image);
  }
  const name = document.createElement("span");
  name.className = "thumb__name";
  name.textContent = `${file.name} (${(file.size / 1048576).toFixed(1).replace(".", ",")} MB)`;
  item.append(name);
  return item;
}

document.addEventListener("change", (event) => {
  const picker = event.target.closest("[data-picker]");
  if (picker && event.target.type === "file") {
    const picked = picker.querySelector("[data-picked]");
    if (picked) picked.hidden = event.target.files.length > 0;
    picker.querySelector("[data-preview]").replaceChildren(...[...event.target.files].map(thumbnail));
  }
  if (event.target.matches("[data-autosubmit]")) event.target.form.requestSubmit();
  if (event.target.matches("[data-check-all]")) {
    for (const box of event.target.closest("table").querySelectorAll("tbody input[type=checkbox]")) {
      box.checked = event.target.checked;
    }
  }
});

for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    const picker = event.target.closest?.("[data-picker]");
    if (!picker) return;
    picker.toggleAttribute("data-over", type === "dragenter" || type === "dragover");
    // Without this the browser would leave the page and open the file.
    if (type === "dragover" || type === "drop") event.preventDefault();
    const input = picker.querySelector("input[type=file]");
    if (type === "drop" && input && event.dataTransfer?.files.length) {
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

// A page that waits for work in the background looks again by itself.
async function lookAgain() {
  const box = document.querySelector("[data-poll]");
  if (!box) return;
  try {
    if (!document.hidden) {
      const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" } });
      const found = answer.status === 200 &&
        new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-poll]");
      if (answer.ok && !found) {
        location.reload();
        return;
      }
      if (found) box.replaceWith(found);
    }
  } catch { /* the line is down: looked at again in a moment */ }
  setTimeout(lookAgain, 2000);
}

if (document.querySelector("[data-poll]")) setTimeout(lookAgain, 1000);
showTheme();
document.querySelector("[data-errors]")?.focus();
