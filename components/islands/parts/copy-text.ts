import { makeButton } from "./button";

const saidForMs = 2000;

/** Copies a text that stands beside it, such as a WeChat name; nothing where the browser cannot. */
export class CopyText extends HTMLElement {
  connectedCallback(): void {
    const { text = "", label = "", done = "" } = this.dataset;
    if (!navigator.clipboard || this.firstChild) return;
    const button = makeButton(label, async (pressed) => {
      await navigator.clipboard.writeText(text);
      pressed.textContent = done;
      setTimeout(() => {
        pressed.textContent = label;
      }, saidForMs);
    });
    button.setAttribute("aria-live", "polite");
    this.append(button);
  }
}
