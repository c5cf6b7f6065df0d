import { themeButton } from "./theme";
import { unitButtons } from "./units";

/** Tools in the head of the page, on phones in its menu: unit of area, light or dark. Its words come as attributes. */
export class PortalTools extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return; // moved, not made
    const { theme = "", units = "", wordHa = "", wordMu = "", wordM2 = "" } = this.dataset;
    const choices = unitButtons({ ha: wordHa, mu: wordMu, m2: wordM2 }, units);
    if (choices) this.append(choices);
    this.append(themeButton(theme));
    if (matchMedia("(max-width: 40rem)").matches) this.parentElement?.querySelector("details > nav")?.append(this);
  }
}
