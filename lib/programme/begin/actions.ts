import "server-only";
import { can } from "@/lib/auth/rules";
import { isDatabaseLost, refusedBy } from "@/lib/db/errors";
import type { StaffAction } from "@/lib/form/types";
import { addRows, addTemplate, beginVisit, saveTemplate } from "@/lib/programme/begin/mutations";
import { readNewTemplate, readNewVisit } from "@/lib/programme/begin/schema";
import { readRoute } from "@/lib/programme/begin/staff-queries";
import { done, onRecord, refuse } from "@/lib/record/locked/mutations";

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const create: StaffAction = {
  audience: "staff",
  run: async (actor, { fields, formId }) => {
    const to = "/admin/visits/new";
    const read = readNewVisit(fields);
    if ("refused" in read) return { ok: false, to, code: "issues", fields: read.refused };
    const { input } = read;
    if (!can(actor, "create", { id: formId, kind: "visit", regionId: input.regionId })) {
      return { ok: false, to, code: "not_allowed", fields: { region: "not_allowed" } };
    }
    try {
      const isBegun = await beginVisit(actor, formId, input);
      if (!isBegun) return { ok: false, to, code: "issues", fields: { from: "not_there" } };
      return { ok: true, to: `/admin/visits/${formId}`, said: "created" };
    } catch (error) {
      if (isDatabaseLost(error)) return { ok: false, to, code: "database_away" };
      if (refusedBy(error)) return { ok: false, to, code: "issues", fields: { region: "wrong" } };
      throw error;
    }
  },
};

const keepTemplate: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "share", async (tx, head) => {
      const to = `/admin/visits/${head.id}`;
      const read = readNewTemplate(input.fields);
      if ("refused" in read) return refuse(`${to}#template`, "issues", read.refused);
      const isKept = await saveTemplate(tx, actor, head, { id: input.formId, input: read.input });
      return isKept ? done(`${to}#template`, "template_saved") : refuse(`${to}#template`, "not_there");
    }),
};

/** Stops of a template, or a tour of the region's sites of a sector, from a day on. */
const addStops: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (tx, head) => {
      const to = `/admin/visits/${head.id}/programme`;
      const { fields } = input;
      const [kind = "", value = ""] = fields.get("from").split("/");
      const day = fields.get("day");
      if (!isDay(day)) return refuse(`${to}#ready`, "issues", { day: day === "" ? "required" : "wrong" });
      if (kind === "template") {
        const count = /^[0-9a-f-]{36}$/.test(value) ? await addTemplate(tx, actor, head, { id: value, day }) : null;
        return count === null ? refuse(`${to}#ready`, "issues", { from: "not_there" }) : done(to, "stops_added");
      }
      const route = await readRoute(tx, head, value, day);
      if (!route) return refuse(`${to}#ready`, "issues", { from: "not_there" });
      await addRows(tx, actor, head, route);
      return done(to, "stops_added");
    }),
};

export const beginActions: Record<string, StaffAction> = {
  "new-visit": create,
  "save-template": keepTemplate,
  "add-stops": addStops,
};
