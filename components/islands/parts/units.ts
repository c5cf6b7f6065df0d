import { makeButton } from "./button";
import { recall, remember } from "./storage";

const units = ["ha", "mu", "m2"] as const;
export type AreaUnit = (typeof units)[number];

/** The unit that the address asks for, else the reader's last one. */
function chosenUnit(): AreaUnit {
  const asked = new URLSearchParams(location.search).get("unit") ?? recall("unit");
  return units.find((unit) => unit === asked) ?? "ha";
}

/** Puts one unit first in every area of the page, the others behind it. The page holds all of them anyway. */
function show(unit: AreaUnit): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-ha]")) {
    const [value = "", word = ""] = (element.dataset[unit] ?? "").split("|");
    const wordElement = element.querySelector("small, span");
    if (!wordElement || !value) continue;
    wordElement.textContent = word;
    element.replaceChildren(`${value} `, wordElement);
    const others = units
      .filter((other) => other !== unit)
      .map((other) =>
        (element.dataset[other] ?? "").replace("|", document.documentElement.lang.startsWith("zh") ? "" : " "),
      );
    const note = element.nextElementSibling;
    if (note) note.textContent = others.join(" · ");
  }
}

/** Buttons for the units of area; null on a page without areas. The choice stands in the address, so it can be sent on. */
export function unitButtons(words: Record<AreaUnit, string>, label: string): HTMLElement | null {
  if (!document.querySelector("[data-ha]")) return null;
  const group = document.createElement("div");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", label);
  const buttons = units.map((unit) => makeButton(words[unit], () => choose(unit)));
  function choose(unit: AreaUnit): void {
    show(unit);
    mark(unit);
    remember("unit", unit);
    const address = new URL(location.href);
    address.searchParams.set("unit", unit);
    history.replaceState(null, "", address);
  }
  function mark(unit: AreaUnit): void {
    for (const [index, button] of buttons.entries()) button.setAttribute("aria-pressed", String(units[index] === unit));
  }
  group.append(...buttons);
  const unit = chosenUnit();
  if (unit !== "ha") show(unit);
  mark(unit);
  return group;
}
