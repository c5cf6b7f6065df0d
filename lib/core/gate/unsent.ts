/** Stand in the drawn page "not saved" where the address of the form and its texts go. */
export const unsentMarks = { action: "UNSENT-ACTION", fields: "UNSENT-FIELDS", texts: "UNSENT-TEXTS" } as const;

/** Fields that no page shows again: a form with one of them is typed anew. */
export const secretFields: readonly string[] = [
  "password",
  "new-password",
  "again",
  "code",
  "pass-number",
  "pass-name",
  "pass-citizenship",
  "pass-birth",
  "pass-valid",
];

/** What a form sent, ready to be sent again. */
export type Unsent = { action: string; fields: string; texts: string };

/**
 * A form that could not be dealt with, as mark-up that sends it once more. It keeps its number, so that one that was
 * dealt with after all acts once.
 *
 * @param url   that it was sent to
 * @param type  of the body; only forms as browsers send them by themselves are read
 * @returns     null where there is nothing to send again, or where something secret would be shown
 */
export function readUnsent(url: string, type: string, body: Buffer): Unsent | null {
  if (!type.toLowerCase().startsWith("application/x-www-form-urlencoded")) return null;
  const pairs = [...new URLSearchParams(body.toString("utf8"))];
  if (pairs.length === 0 || pairs.some(([name]) => secretFields.includes(name))) return null;
  const typed = pairs.filter(
    ([name, value]) => isText(value) && !/^(?:form|back|record|part|intent|base\b)/.test(name),
  );
  return {
    action: escapeMarkup(url),
    fields: pairs
      .map(([name, value]) => `<input type="hidden" name="${escapeMarkup(name)}" value="${escapeMarkup(value)}">`)
      .join(""),
    texts: typed.map(([, value]) => `<li dir="auto">${escapeMarkup(value)}</li>`).join(""),
  };
}

/** More than a number, a choice or a key. */
function isText(value: string): boolean {
  return /\s|\P{ASCII}/u.test(value.trim());
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"'\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
