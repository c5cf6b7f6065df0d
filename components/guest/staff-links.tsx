import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { Naming } from "@/components/admin/naming";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { visitPath } from "@/components/programme/visit-frame";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import { QrCode } from "@/components/ui/qr-code";
import { useDates } from "@/components/ui/use-dates";
import type { Tried } from "@/lib/form/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { NoticeState } from "@/lib/programme/notice/types";
import { longestLabel } from "@/lib/programme/share/schema";
import type { LinkLine, Links } from "@/lib/programme/share/types";
import { audiences } from "@/lib/programme/types";

/** The address of a link that was just made: the only time that anybody sees it. */
export function MadeLink({ address }: { address: string | null }) {
  const t = useTranslations("guest.links");
  const stop = useTranslations("guest.stop");
  return (
    <Panel title={t("made")} id="made">
      {address ? (
        <div className="made">
          <QrCode text={address} label={t("qr")} />
          <div>
            <p>{t("once")}</p>
            <label className="field">
              {t("address")}
              <input className="in" readOnly value={address} />
            </label>
            <copy-text data-text={address} data-label={stop("copy")} data-done={stop("copied")} />
          </div>
        </div>
      ) : (
        <p>{t("gone")}</p>
      )}
    </Panel>
  );
}

export function NewLinkForm({
  recordId,
  locale,
  links,
  tried,
}: {
  recordId: string;
  locale: Locale;
  links: Links;
  tried: Tried | null;
}) {
  const t = useTranslations("guest");
  const { value, error } = useTried(tried);
  const field = (name: string) => ({ name, error: error(name) });
  return (
    <Panel title={t("links.new")} id="new">
      <FormFrame locale={locale} action="create-share" back={visitPath(recordId, "links")}>
        <input type="hidden" name="record" value={recordId} />
        <SelectInput
          {...field("audience")}
          label={t("links.audience")}
          value={value("audience", "guests")}
          choices={audiences.map((one) => ({ value: one, label: t(`audience.${one}`) }))}
        />
        <SelectInput
          {...field("locale")}
          label={t("links.locale")}
          value={value("locale", "")}
          choices={[
            { value: "", label: t("links.free") },
            ...locales.map((one) => ({ value: one, label: t(`links.lang.${one}`) })),
          ]}
        />
        <SelectInput
          {...field("participantId")}
          label={t("links.participant")}
          help={t("links.participantHelp")}
          value={value("participantId", "")}
          choices={[
            { value: "", label: t("links.nobody") },
            ...links.people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput
          {...field("expiresOn")}
          type="date"
          required
          label={t("links.expires")}
          help={t("links.expiresHelp")}
          value={value("expiresOn", links.usualExpiry)}
        />
        <TextInput {...field("label")} label={t("links.label")} max={longestLabel} value={value("label")} />
        <TextInput {...field("code")} label={t("links.code")} help={t("links.codeHelp")} max={100} />
        <button className="btn btn-primary" type="submit">
          {t("links.make")}
        </button>
      </FormFrame>
    </Panel>
  );
}

/** Present and former links, the newest first. */
export function LinkTable({ lines, recordId, locale }: { lines: LinkLine[]; recordId: string; locale: Locale }) {
  const t = useTranslations("guest");
  const dates = useDates();
  const nameOf = ({ audience, label, person, locale: only }: LinkLine) =>
    [
      t(`audience.${audience}`),
      person && t("links.personal", { name: person }),
      only && t(`links.lang.${only}`),
      label,
    ].filter((part) => typeof part === "string" && part !== "");
  if (lines.length === 0) return <p className="muted">{t("links.none")}</p>;
  return (
    <DataTable
      caption={t("links.list")}
      columns={[t("links.column.who"), t("links.column.opened"), t("links.column.expires"), t("links.column.state")]}
      rows={lines.map((line): TableRow => {
        const [audience, ...more] = nameOf(line);
        return {
          key: line.id,
          head: (
            <>
              {audience}
              {more.map((part) => (
                <span key={part} className="sub">
                  <Naming text={part ?? ""} />
                </span>
              ))}
            </>
          ),
          cells: [
            <>
              {t("links.opened", { count: line.openedCount })}
              {line.lastOpenedOn && (
                <span className="sub">{t("links.last", { day: dates.shortDay(line.lastOpenedOn) })}</span>
              )}
            </>,
            dates.shortDay(line.expiresOn),
            <>
              <span className={`st st-${line.state === "works" ? "published" : "withdrawn"}`}>
                {t(`links.${line.state}`)}
              </span>
              {line.hasCode && <span className="sub">{t("links.hasCode")}</span>}
              {line.state === "works" && (
                <FormFrame locale={locale} action="revoke-share" back={visitPath(recordId, "links")}>
                  <input type="hidden" name="record" value={recordId} />
                  <input type="hidden" name="link" value={line.id} />
                  <button
                    className="btn btn-small btn-bad"
                    type="submit"
                    aria-label={t("links.revokeLabel", { name: nameOf(line).join(", ") })}
                  >
                    {t("links.revoke")}
                  </button>
                </FormFrame>
              )}
            </>,
          ],
        };
      })}
    />
  );
}

/** Who is told of changes, and what has not left yet. */
export function NoticeLine({ state: { waiting, failed, watchers } }: { state: NoticeState }) {
  const t = useTranslations("guest.links");
  return (
    <>
      <p className="muted">{t("watchers", { count: watchers })}</p>
      {waiting > 0 && (
        <div className="note note-warn" role="status">
          <p>
            {t("waiting", { count: waiting })} {failed > 0 && t("failed", { count: failed })}
          </p>
        </div>
      )}
    </>
  );
}
