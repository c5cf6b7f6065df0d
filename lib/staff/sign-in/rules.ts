/** A page of the staff area, behind the locale. Anything else leads to its home: no link of ours sends anybody elsewhere. */
export function ownPage(next: string | undefined): string {
  return next && /^\/admin(?:[/?#][\w\-./?=&#%,:]*)?$/.test(next) && !next.includes("//") && !next.includes("..")
    ? next
    : "/admin";
}

/** What was typed where a code is asked for: six digits are from the app, anything else is a recovery code. */
export function readCode(typed: string): { kind: "app" | "recovery"; text: string } {
  const text = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-–—]/g, "");
  if (/^\d{6}$/.test(text)) return { kind: "app", text };
  return { kind: "recovery", text: (text.slice(0, 40).match(/.{1,4}/g) ?? []).join("-") };
}
