/** A button with words from the page: islands have none of their own. */
export function makeButton(label: string, onPress: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", () => onPress(button));
  return button;
}
