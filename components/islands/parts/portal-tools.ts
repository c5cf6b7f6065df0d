import { themeButton } from "./theme";
import { unitButtons } from "./units";

/** Tools in the head of the page: unit of area, light or dark. Its words come as attributes. */
export class PortalTools extends HTMLElement {
  connectedCallback(): void {
    const { theme = "", units = "", wordHa = "", wordMu = "", wordM2 = "" } = this.dataset;
    const choices = unitButtons({ ha: wordHa, mu: wordMu, m2: wordM2 }, units);
    if (choices) this.append(choices);
    this.append(themeButton(theme));
  }
}
