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
    const head = this.parentElement;
    const menu = head?.querySelector("details > nav");
    const small = matchMedia("(max-width: 40rem)");
    const place = () => (small.matches ? menu?.append(this) : head?.prepend(this));
    place();
    small.addEventListener("change", place);
  }
}
