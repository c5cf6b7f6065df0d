import "server-only";
import { canInHouse } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { expireTags } from "@/lib/core/cache-state";
import { allListTags } from "@/lib/core/cache-tags";
import { isDatabaseLost, refusedBy } from "@/lib/db/errors";
import type { FormInput, Result, SaidCode, StaffAction } from "@/lib/form/types";
import { changeSource, createSource, type SourceResult } from "@/lib/source/editor/mutations";
import { checkSource, readSourceTexts } from "@/lib/source/editor/schema";
import type { SourceTexts } from "@/lib/source/editor/types";

const listPath = "/admin/sources";

const createAction: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    save(actor, input, {
      back: `${listPath}/new`,
      done: `${listPath}/${input.formId}`,
      said: "created",
      write: (texts) => createSource(actor, input.formId, texts),
    }),
};

const changeAction: StaffAction = {
  audience: "staff",
  run: (actor, input) => {
    const id = input.fields.get("source");
    const back = `${listPath}/${/^[0-9a-f-]{36}$/.test(id) ? id : ""}`;
    const write = (texts: SourceTexts) => changeSource(actor, id, texts, input.fields.get("base"));
    return save(actor, input, { back, done: back, said: "saved", write });
  },
};

type Way = { back: string; done: string; said: SaidCode; write: (texts: SourceTexts) => Promise<SourceResult> };

async function save(actor: Actor, { fields }: FormInput, { back, done, said, write }: Way): Promise<Result> {
  if (!canInHouse(actor, "source.edit")) return { ok: false, to: "/admin", code: "not_allowed" };
  const texts = readSourceTexts(fields);
  const found = checkSource(texts);
  if (Object.keys(found).length > 0) return { ok: false, to: back, code: "issues", fields: found };
  if (!canInHouse(actor, "source.edit", texts.region || null)) {
    return { ok: false, to: back, code: "not_allowed", fields: { region: "not_allowed" } };
  }
  try {
    const { status } = await write(texts);
    switch (status) {
      case "saved":
        expireTags(allListTags);
        return { ok: true, to: done, said };
      case "known":
        return { ok: true, to: done, said };
      case "unchanged":
        return { ok: true, to: done, said: "unchanged" };
      case "conflict":
        return { ok: false, to: back, code: "conflict" };
      case "url_taken":
        return { ok: false, to: back, code: "issues", fields: { url: "taken" } };
      case "not_there":
        return { ok: false, to: listPath, code: "not_there" };
    }
  } catch (error) {
    if (isDatabaseLost(error)) return { ok: false, to: back, code: "database_away" };
    const rule = refusedBy(error);
    if (rule) return { ok: false, to: back, code: "refused_by_rule", detail: { rule } };
    throw error;
  }
}

export const sourceActions: Record<string, StaffAction> = {
  "create-source": createAction,
  "change-source": changeAction,
};
