import { makeButton } from "./button";
import { recall, remember } from "./storage";

const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];
const darkSystem = "(prefers-color-scheme: dark)";

function systemTheme(): Theme {
  return matchMedia(darkSystem).matches ? "dark" : "light";
}

/** Pictures follow the choice too: their dark source holds for everything or for nothing. */
function show(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  for (const source of document.querySelectorAll<HTMLSourceElement>("picture source[media]")) {
    source.media = theme === "dark" ? "all" : "not all";
  }
}

/** Puts the reader's earlier choice in force and gives him a button for the other. */
export function themeButton(label: string): HTMLButtonElement {
  const chosen = themes.find((theme) => theme === recall("theme"));
  if (chosen) show(chosen);
  const isDark = () => (document.documentElement.dataset.theme ?? systemTheme()) === "dark";
  const button = makeButton(label, (pressed) => {
    const next = isDark() ? "light" : "dark";
    show(next);
    remember("theme", next);
    pressed.setAttribute("aria-pressed", String(next === "dark"));
  });
  button.setAttribute("aria-pressed", String(isDark()));
  return button;
}
