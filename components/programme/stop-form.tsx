import { useTranslations } from "next-intl";
import { SheetInput } from "@/components/admin/editor/sheet-input";
import { Texts } from "@/components/admin/editor/texts";
import { FormFrame } from "@/components/admin/form-frame";
import { Panel } from "@/components/admin/panel";
import { visitPath } from "@/components/programme/visit-frame";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import type { Fields } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { PartName } from "@/lib/publishing/types";
import { printFormBase } from "@/lib/record/editor/schema";
import type { EditorView } from "@/lib/record/editor/types";
import { visitShape } from "@/lib/visit/shape";

const parts: PartName[] = ["shared", "ru", "zh", "en"];

/** Fields of a stop in the order in which people think of it. */
const groups = {
  when: ["dayOn", "startsAt", "endsAt", "timeZone", "isCancelled"],
  what: ["kind", "visibility", "hiddenFields", "needsPass", "eventId", "documentId"],
  where: ["siteId", "organisationId", "travelMode", "lat", "lon"],
  who: ["hostId", "interpreterId", "contactId", "contactPhone", "contactWechat"],
} as const;

/** One stop in the hands of its organizer: the same inputs, offers and conflicts as the editor of records has. */
export function StopForm({ view, stop, locale }: { view: EditorView; stop: string; locale: Locale }) {
  const t = useTranslations("visits.form");
  const fields: Fields = visitShape.rows.items?.fields ?? {};
  const { sheet, mayEdit } = view.parts.shared;
  const back = visitPath(view.id, "programme");
  if (!listAt(sheet, "rows.items").includes(stop)) return null;
  const hasConflict = parts.some((part) => view.parts[part].conflicts.some(({ path }) => path.includes(stop)));
  return (
    <Panel
      id="stop"
      title={t("title")}
      aside={
        <a className="btn btn-small" href={`/${locale}${back}#stop-${stop}`}>
          {t("close")}
        </a>
      }
    >
      {hasConflict && (
        <div className="note note-bad" role="alert">
          <Icon name="warn" />
          <p>{t("conflict")}</p>
        </div>
      )}
      <FormFrame locale={locale} action="save-stop" back={`${back}?stop=${stop}`}>
        <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true">
          {t("save")}
        </button>
        <input type="hidden" name="record" value={view.id} />
        <input type="hidden" name="stop" value={stop} />
        {parts.map((part) => (
          <input key={part} type="hidden" name={`base.${part}`} value={printFormBase(view.parts[part].base)} />
        ))}
        <Texts view={view} part={stop} kind="programme_item" />
        {Object.entries(groups).map(([group, names]) => (
          <fieldset key={group} className="sgrp">
            <legend>{t(`group.${group as keyof typeof groups}`)}</legend>
            <div className="flds">
              {names.map((name) => {
                const field = fields[name];
                const path = `rows.items.${stop}.${name}`;
                return field && <SheetInput key={name} {...{ view, path, name, field }} scope="items" />;
              })}
            </div>
          </fieldset>
        ))}
        <p className="edit-end">
          <button className="btn btn-primary" type="submit" name="intent" value="save">
            {t("save")}
          </button>
          {mayEdit && (
            <button className="btn" type="submit" name="intent" value={`remove/items/${stop}`}>
              {t("remove")}
            </button>
          )}
        </p>
      </FormFrame>
    </Panel>
  );
}
