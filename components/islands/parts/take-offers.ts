/**
 * A button beside an earlier translation puts it into its input at once, where it can be changed before it is saved.
 * Without this the button sends the form, and the draft has the text.
 */
export function takeOffers(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-take]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const input = document.getElementById(button.dataset.take ?? "");
    const [, kind, text = ""] = /^(take|append)\/[^/]*\/([\s\S]*)$/.exec(button.value) ?? [];
    if (!kind || !(input instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    const own = input.value.trimEnd();
    const gap = input.lang.startsWith("zh") ? "" : " ";
    input.value = kind === "take" || own === "" ? text : `${own}${gap}${text}`;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  });
}
