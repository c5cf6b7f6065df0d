/** An open menu or source panel closes by Escape and by a press elsewhere, as readers expect. */
export function closeMenusOutside(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>("header details[open]");
  document.addEventListener("click", ({ target }) => {
    for (const menu of open()) if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
}
