/** How long nobody types before suggestions are asked for; ms. */
const restMs = 250;

/**
 * Suggests records while somebody types into a field that leads to one. The browser's own list shows them; without this the
 * form is sent, and what was typed is looked up then.
 */
export function suggestLinks(): void {
  let timer: number | undefined;
  let asked = "";
  document.addEventListener("input", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.dataset.links) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void fill(input), restMs);
  });

  async function fill(input: HTMLInputElement): Promise<void> {
    const text = input.value.trim();
    const url = `/${location.pathname.split("/")[1]}/admin/links?${new URLSearchParams({ kind: input.dataset.links ?? "", q: text })}`;
    if (text === "" || url === asked) return;
    asked = url;
    const answer = await fetch(url, { credentials: "same-origin" }).catch(() => null);
    const labels: unknown = answer?.ok ? await answer.json().catch(() => []) : [];
    // A later question may have been answered first.
    if (url !== asked || !Array.isArray(labels)) return;
    const list = document.getElementById("links") ?? document.createElement("datalist");
    list.id = "links";
    list.replaceChildren(
      ...labels.map((label) => {
        const option = document.createElement("option");
        option.value = String(label);
        return option;
      }),
    );
    document.body.append(list);
    input.setAttribute("list", "links");
  }
}
