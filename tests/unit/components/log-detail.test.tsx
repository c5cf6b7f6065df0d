import { describe, expect, it } from "vitest";
import { LogDetail } from "@/components/admin/log/log-detail";
import { LogTable } from "@/components/admin/log/log-table";
import { type AuditDetail, auditActions, auditDetails } from "@/lib/audit/types";
import { locales } from "@/lib/i18n/locales";
import { render, textOf } from "@/tests/unit/components/render";

const nothing: AuditDetail = { parts: [], isMinor: false, own: false, before: null, grants: null, texts: {} };
const grants: AuditDetail["grants"] = [
  { role: "editor", scope: { text: "Югра", lang: "ru" } },
  { role: "operator", scope: null },
];

/** A line that tells this and nothing else, by the name under which it is written. */
const samples: Record<string, Partial<AuditDetail>> = {
  parts: { parts: ["shared", "zh"] },
  part: { parts: ["all"] },
  isMinor: { isMinor: true },
  reason: { reason: "цифры" },
  count: { count: 3 },
  machine: { machine: "mt.example.org" },
  publishAt: { publishAt: "2026-12-01T06:00:00.000Z" },
  owner: { owner: "Анна" },
  expiresAt: { expiresAt: "2027-06-30T15:00:00.000Z" },
  fileName: { fileName: "plan.pdf" },
  places: { places: 2 },
  kind: { register: "lot" },
  rows: { rows: 120 },
  records: { records: 7 },
  isInForce: { isInForce: false },
  programme: { programme: 3 },
  audience: { audience: "guests" },
  people: { people: 12 },
  own: { own: true },
  step: { step: "code" },
  grants: { grants },
  after: { grants },
  before: { before: grants },
};
/** Told as what the line is about, in a column of their own. */
const subjects: Record<string, Partial<AuditDetail>> = {
  email: { email: "anna@example.org" },
  label: { label: "Anna" },
  sourceId: { sourceId: "01990000-0000-7000-8000-000000000001" },
  staffId: {},
  batch: { batch: "01990000-0000-7000-8000-000000000002" },
};

describe.each(locales)("the log in %s", (locale) => {
  it("tells every detail of every action in words", async () => {
    for (const action of auditActions) {
      for (const key of auditDetails[action]) {
        if (key in subjects) continue;
        const isTexts = action === "source.change" && key === "before";
        const sample = isTexts ? { texts: { title: "Прежний заголовок", url: "" } } : samples[key];
        expect([action, key, sample !== undefined]).toEqual([action, key, true]);
        const text = textOf(
          await render(locale, <LogDetail action={action} detail={{ ...nothing, ...sample }} zone="Europe/Moscow" />),
        );
        expect([action, key, text.length > 1]).toEqual([action, key, true]);
        expect(text).not.toMatch(/[{}"[\]]|null|undefined|[a-z]+\.[a-z]+_|01990000/);
      }
    }
  });

  it("names what a line without a record is about", async () => {
    for (const [key, sample] of Object.entries(subjects)) {
      const line = {
        id: "1",
        at: "2026-12-01T06:00:00.000Z",
        who: "Анна",
        action: "staff.disable" as const,
        recordId: null,
        label: key === "sourceId" || key === "batch" ? "Source" : null,
        version: null,
        ipAddress: null,
        detail: { ...nothing, ...sample },
      };
      const html = await render(locale, <LogTable lines={[line]} locale={locale} zone="Europe/Moscow" />);
      expect(html).not.toContain("undefined");
      for (const text of Object.values(sample)) expect(html).toContain(String(text));
    }
  });
});
