import "server-only";
import type { Actor } from "@/lib/auth/types";
import { formatDay, today } from "@/lib/core/dates";
import { newId } from "@/lib/core/ids";
import { formatLocalTime } from "@/lib/core/zones";
import type { OutcomeKind } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import type { ProposedMeeting } from "@/lib/programme/meeting/rules";
import type { NotedResult, Owner } from "@/lib/programme/meeting/schema";
import type { ResultPage } from "@/lib/programme/meeting/types";
import { changeSheets } from "@/lib/programme/sheets/mutations";
import { listAt } from "@/lib/publishing/sheet";
import type { Sheet } from "@/lib/publishing/types";
import { readHead } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { createRecordIn } from "@/lib/record/mutations";
import { slugOf } from "@/lib/record/rules";
import { textFieldsOf } from "@/lib/translation/fields";

/**
 * Puts proposed meetings into the sheet of a visit.
 *
 * @param formId id of the first row, so that a form that is sent twice makes them once
 * @returns      how many were made
 */
export async function addMeetings(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  formId: string,
  { meetings, stopId }: { meetings: readonly ProposedMeeting[]; stopId: string | null },
): Promise<number> {
  let made = 0;
  await changeSheets(tx, actor, head, {
    shared: (sheet) => {
      const ids = listAt(sheet, "rows.meetings");
      if (ids.includes(formId)) return sheet;
      const next: Sheet = { ...sheet };
      for (const meeting of meetings) {
        const id = made === 0 ? formId : newId();
        const path = `rows.meetings.${id}`;
        ids.push(id);
        made += 1;
        next[`${path}.itemId`] = stopId ?? "";
        next[`${path}.organisationId`] = meeting.organisationId;
        next[`${path}.participantId`] = meeting.participantId;
        next[`${path}.interpreterId`] = meeting.interpreterId ?? "";
        next[`${path}.room`] = meeting.room;
        next[`${path}.startsAt`] = formatLocalTime(meeting.startsAt, head.zone);
        next[`${path}.endsAt`] = formatLocalTime(meeting.endsAt, head.zone);
      }
      return { ...next, "rows.meetings": ids.join(" ") };
    },
  });
  return made;
}

/** What is only said, and not yet agreed on. */
const saidKinds: readonly OutcomeKind[] = ["negotiation", "intent", "announcement", "invitation", "preliminary"];

const longestResult = textFieldsOf("meeting").find(({ field }) => field === "result")?.maxLength ?? 600;

/**
 * Writes what a meeting led to: into the words of the visit, and as an outcome of its own in drafts, which becomes public
 * like any other record. Runs inside a transaction that holds the lock of the visit.
 *
 * @param formId id of the outcome, so that a form that is sent twice makes one
 * @param locale language of the writer
 */
export async function noteResult(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  { formId, locale, meeting, result }: { formId: string; locale: Locale; meeting: ResultPage; result: NotedResult },
): Promise<"noted" | "known"> {
  const slug = slugOf(result.agreed) === "" ? `outcome-${formId.slice(-12)}` : "";
  const input = {
    kind: "outcome" as const,
    regionId: head.regionId,
    sourceLocale: locale,
    name: result.agreed,
    slug,
  };
  const { status } = await createRecordIn(tx, actor, formId, input);
  const outcome = status === "created" ? await readHead(tx, formId) : null;
  if (!outcome) return "known";
  await changeSheets(tx, actor, outcome, {
    shared: (sheet) => ({ ...sheet, ...toOutcomeSheet(head, meeting, result) }),
    [locale]: (sheet: Sheet) => ({
      ...sheet,
      ...(result.next ? { [`texts.${formId}.nextStep`]: result.next.step } : {}),
    }),
  });
  const path = `texts.${meeting.id}.result`;
  await changeSheets(tx, actor, head, {
    [locale]: (sheet: Sheet) => ({ ...sheet, [path]: joined(sheet[path] ?? "", result.agreed) }),
  });
  return "noted";
}

/** Several results of one meeting stand one below the other. */
function joined(before: string, line: string): string {
  if (before.split("\n").includes(line)) return before;
  const whole = before === "" ? line : `${before}\n${line}`;
  return whole.length <= longestResult ? whole : before === "" ? line.slice(0, longestResult) : before;
}

function toOutcomeSheet(head: RecordHead, meeting: ResultPage, { kind, next }: NotedResult): Sheet {
  const step = newId();
  const sheet: Sheet = {
    "values.visitId": head.id,
    "values.kind": kind,
    "values.visibility": "working",
    "rows.parties": meeting.parties.map(({ id }) => id).join(" "),
    ...Object.fromEntries(meeting.parties.map(({ id }) => [`rows.parties.${id}.organisationId`, id])),
    "rows.steps": step,
    [`rows.steps.${step}.toStage`]: saidKinds.includes(kind) ? "announced" : "agreed",
    [`rows.steps.${step}.happenedOn`]: meeting.day ?? formatDay(today(head.zone)),
  };
  if (!next) return { ...sheet, "values.hasNoFollowUp": "yes" };
  return {
    ...sheet,
    "values.dueOn": next.dueOn,
    "rows.owners": "cn ru",
    ...toOwner("cn", next.owners.cn),
    ...toOwner("ru", next.owners.ru),
  };
}

function toOwner(side: "cn" | "ru", owner: Owner): Sheet {
  const path = `rows.owners.${side}`;
  return {
    [`${path}.side`]: side,
    ...Object.fromEntries(Object.entries(owner).map(([name, value]) => [`${path}.${name}`, value])),
  };
}
