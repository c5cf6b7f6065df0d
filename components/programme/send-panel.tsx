import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useMoments } from "@/components/admin/moments";
import { Panel } from "@/components/admin/panel";
import { useTried } from "@/components/admin/use-tried";
import { StopChanges } from "@/components/programme/stop-changes";
import { visitPath } from "@/components/programme/visit-frame";
import { Foreign } from "@/components/ui/foreign";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { BoardView } from "@/lib/programme/board/types";

/** Sending out: what would change for those who have a link, and what was sent so far. */
export function SendPanel({ board, locale, tried }: { board: BoardView; locale: Locale; tried: Tried | null }) {
  const t = useTranslations("visits.send");
  const again = useTried(tried);
  const moments = useMoments(board.visit.zone);
  const { visit, changes, versions } = board;
  const isBlocked = board.checks.some(({ level }) => level === "bad");
  return (
    <Panel id="send" title={t("title")}>
      {visit.sent === null ? (
        <p className="muted">{t("never")}</p>
      ) : (
        <>
          <p>{changes.length > 0 ? t("changes", { count: changes.length }) : t("same")}</p>
          <StopChanges changes={changes} locale={locale} />
        </>
      )}
      {visit.may.share && (
        <FormFrame locale={locale} action="send-programme" back={visitPath(visit.id, "programme")}>
          <input type="hidden" name="record" value={visit.id} />
          <TextInput
            name="note"
            label={t("note")}
            help={t("noteHelp")}
            value={again.value("note")}
            error={again.error("note")}
            max={500}
            multiline={2}
            required={false}
          />
          {isBlocked && <p className="err">{t("blocked")}</p>}
          <button className="btn btn-primary" type="submit">
            {t("send", { number: String((visit.sent ?? 0) + 1) })}
          </button>
        </FormFrame>
      )}
      {versions.length > 0 && (
        <ol className="vers">
          {versions.map(({ number, note, publishedAt }) => (
            <li key={number}>
              <b>{t("version", { number: String(number) })}</b> {moments.dayAndTime(publishedAt)}
              {note && (
                <span className="sub">
                  <Foreign text={note} />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
