import { makeButton } from "./button";

const saidForMs = 2000;

/** Copies the address of the page, for passing it on; nothing where the browser cannot. */
export class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const { label = "", done = "" } = this.dataset;
    if (!navigator.clipboard) return;
    const button = makeButton(label, async (pressed) => {
      const address = new URL(location.href);
      address.hash = "";
      await navigator.clipboard.writeText(address.href);
      pressed.textContent = done;
      setTimeout(() => {
        pressed.textContent = label;
      }, saidForMs);
    });
    button.setAttribute("aria-live", "polite");
    this.append(button);
  }
}
