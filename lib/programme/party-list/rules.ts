import { newId } from "@/lib/core/ids";
import type { Locale } from "@/lib/i18n/locales";
import type { NewMember } from "@/lib/programme/party-list/types";
import { listAt } from "@/lib/publishing/sheet";
import type { Sheet } from "@/lib/publishing/types";
import type { Texts } from "@/lib/translation/types";

const order: readonly Locale[] = ["ru", "zh", "en"];

/** The language that a new record's words begin in: one that has all of them, else the first that has a name. */
export function sourceOf(name: Texts, position: Texts): Locale {
  return order.find((one) => name[one] && position[one]) ?? order.find((one) => name[one]) ?? "ru";
}

/** Names are the same where only case, spaces and middle dots differ. */
export function sameName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·•.\u00b7]+/g, " ")
    .trim();
}

/** The sheet with these people last. A row that is there already stays as it is. */
export function withMembers(sheet: Sheet, members: readonly (NewMember & { personId: string })[]): Sheet {
  const ids = listAt(sheet, "rows.participants");
  const next: Sheet = { ...sheet };
  for (const { rowId, personId, side, capacity, level } of members) {
    if (ids.includes(rowId)) continue;
    ids.push(rowId);
    const path = `rows.participants.${rowId}`;
    next[`${path}.side`] = side;
    next[`${path}.capacity`] = capacity;
    next[`${path}.personId`] = personId;
    next[`${path}.consentLevel`] = level;
  }
  next["rows.participants"] = ids.join(" ");
  return next;
}

/** The words of one language with the roles of these people. */
export function withRoles(sheet: Sheet, members: readonly NewMember[], locale: Locale): Sheet {
  const roles = members.flatMap(({ rowId, role }) => {
    const text = role[locale];
    return text ? [[`texts.${rowId}.role`, text]] : [];
  });
  return { ...sheet, ...Object.fromEntries(roles) };
}

/**
 * Puts a row before another. Said so, and not "one up", a move that two people press at once is done once.
 *
 * @param beforeId null: last
 * @returns        null where one of the two is not there any more
 */
export function moveBefore(sheet: Sheet, rowId: string, beforeId: string | null): Sheet | null {
  const ids = listAt(sheet, "rows.participants");
  if (!ids.includes(rowId) || (beforeId !== null && !ids.includes(beforeId))) return null;
  if (rowId === beforeId) return sheet;
  const rest = ids.filter((id) => id !== rowId);
  const at = beforeId === null ? rest.length : rest.indexOf(beforeId);
  rest.splice(at, 0, rowId);
  return { ...sheet, "rows.participants": rest.join(" ") };
}

/** New rows for the organisations that several new people share, each once. */
export function distinctOrganisations(members: readonly NewMember[]): Map<string, { id: string; member: NewMember }> {
  const found = new Map<string, { id: string; member: NewMember }>();
  for (const member of members) {
    const { organisation, personId } = member;
    if (personId !== null || organisation.id !== null) continue;
    const key = organisationKey(organisation.name);
    if (!found.has(key)) found.set(key, { id: newId(), member });
  }
  return found;
}

export function organisationKey(name: Texts): string {
  return sameName(order.map((one) => name[one] ?? "").find(Boolean) ?? "");
}
