// Runs before the first paint: a chosen theme must not flash, and styles may rely on scripts.
(() => {
  document.documentElement.classList.add("js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch { /* storage refused: the system's choice stands */ }
})();
