import { isSpan } from "@/lib/core/dates";
import { parseLocalTime } from "@/lib/core/zones";
import { OutcomeKind } from "@/lib/db/generated/enums";
import type { FormFields, RefusalCode } from "@/lib/form/types";
import type { SlotWish } from "@/lib/programme/meeting/types";

type Refused = Record<string, RefusalCode>;

const mostMinutes = 8 * 60;
const mostRooms = 20;

/** Companies and people that a wish may name: those that the form offered. */
export type Offered = Record<"participants" | "organisations" | "interpreters" | "stops", { id: string }[]>;

/**
 * What the form of slots asks for.
 *
 * @param zone    by whose clock the hours are typed
 * @param offered nobody else is taken
 */
export function readSlotWish(
  fields: FormFields,
  zone: string,
  offered: Offered,
): { wish: SlotWish; stopId: string | null } | { refused: Refused } {
  const refused: Refused = {};
  const day = fields.get("day");
  const time = (name: "from" | "to") => {
    const text = fields.get(name).replace(/^(\d):/, "0$1:");
    const at = parseLocalTime(`${day} ${text}`, zone);
    if (!at) refused[name] = text === "" ? "required" : "wrong";
    return at;
  };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) refused.day = day === "" ? "required" : "wrong";
  const [from, last] = [time("from"), time("to")];
  // "22:00 to 00:30" ends on the next day.
  const to = from && last && last <= from ? new Date(last.getTime() + 24 * 3600 * 1000) : last;
  const minutes = Number(fields.get("minutes"));
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > mostMinutes) refused.minutes = "wrong";
  const rooms = fields
    .get("rooms")
    .split(/[\n,;，；、]/)
    .map((room) => room.replace(/\s+/g, " ").trim().slice(0, 120))
    .filter(Boolean);
  if (rooms.length === 0) refused.rooms = "required";
  const chosen = (name: string, list: { id: string }[]) =>
    [...new Set(fields.all(name))].filter((id) => list.some((one) => one.id === id));
  const who = chosen("who", offered.participants);
  const companies = chosen("with", offered.organisations);
  if (who.length === 0) refused.who = "required";
  if (companies.length === 0) refused.with = "required";
  if (!from || !to || Object.keys(refused).length > 0) return { refused };
  return {
    wish: {
      from,
      to,
      minutes,
      rooms: [...new Set(rooms)].slice(0, mostRooms),
      pairs: companies.flatMap((organisationId) => who.map((participantId) => ({ participantId, organisationId }))),
      interpreterIds: chosen("interpreter", offered.interpreters),
    },
    stopId: chosen("stop", offered.stops)[0] ?? null,
  };
}

export type Owner = { personId: string } | { organisationId: string } | { post: string };

/** A result as noted on the phone. */
export type NotedResult = {
  agreed: string;
  kind: OutcomeKind;
  /** null: both sides say that nothing follows */
  next: { owners: Record<"cn" | "ru", Owner>; step: string; dueOn: string } | null;
};

const longestLine = 300;
const longestPost = 200;

/** @param owners what the form offered for each side */
export function readResult(
  fields: FormFields,
  owners: Record<"cn" | "ru", { value: string }[]>,
): { result: NotedResult } | { refused: Refused } {
  const refused: Refused = {};
  const line = (name: string) => fields.get(name).normalize("NFC").replace(/\s+/g, " ");
  const agreed = line("agreed");
  if (agreed === "") refused.agreed = "required";
  if (agreed.length > longestLine) refused.agreed = "too_long";
  const kind = Object.values(OutcomeKind).find((one) => one === fields.get("kind"));
  if (!kind) refused.kind = "required";
  const [step, dueOn] = [line("step"), fields.get("dueOn")];
  const isOver = fields.get("nothing") === "yes";
  const owner = (side: "cn" | "ru"): Owner | null => {
    const [chosen, post] = [fields.get(`owner.${side}`), line(`post.${side}`)];
    if (post.length > longestPost) refused[`owner.${side}`] = "too_long";
    if (post !== "") return { post };
    const known = owners[side].find(({ value }) => value === chosen)?.value;
    const [of, id = ""] = (known ?? "").split("/");
    return of === "person" ? { personId: id } : of === "organisation" ? { organisationId: id } : null;
  };
  const [cn, ru] = [owner("cn"), owner("ru")];
  if (isOver) {
    // A step and "nothing follows" at once: one of the two is a slip of the finger.
    if (step !== "") refused.step = "wrong";
    if (dueOn !== "") refused.dueOn = "wrong";
  } else {
    if (!cn) refused["owner.cn"] ??= "required";
    if (!ru) refused["owner.ru"] ??= "required";
    if (step === "") refused.step = "required";
    if (step.length > longestLine) refused.step = "too_long";
    if (dueOn === "") refused.dueOn = "required";
    else if (!/^\d{4}-\d{2}-\d{2}$/.test(dueOn) || !isSpan(dueOn)) refused.dueOn = "wrong";
  }
  if (!kind || Object.keys(refused).length > 0) return { refused };
  const next = !isOver && cn && ru ? { owners: { cn, ru }, step, dueOn } : null;
  return { result: { agreed, kind, next } };
}
