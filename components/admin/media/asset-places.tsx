import { useTranslations } from "next-intl";
import { CheckInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useKindWords } from "@/components/admin/kind-words";
import { Panel } from "@/components/admin/panel";
import type { Locale } from "@/lib/i18n/locales";
import type { MediaPlace } from "@/lib/media/staff-types";
import { isEditableKind } from "@/lib/record/shapes";

/** Records that show the file. */
export function AssetPlaces({ places, locale }: { places: MediaPlace[]; locale: Locale }) {
  const t = useTranslations("media.asset");
  const kindWords = useKindWords();
  return (
    <Panel title={t("places")} id="places">
      {places.length === 0 && <p className="pan-empty">{t("noPlaces")}</p>}
      <ul className="plc">
        {places.map(({ id, kind, name, isDraftOnly }) => (
          <li key={id}>
            <a href={`/${locale}/admin/records/${id}`}>{name}</a>
            <small className="sub">
              {isEditableKind(kind) && kindWords.one(kind)}
              {isDraftOnly && `, ${t("placeDraft")}`}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Deleting for good: what is shown somewhere only with a tick that says so. */
export function AssetRemoval({
  id,
  places,
  locale,
  error,
}: {
  id: string;
  places: MediaPlace[];
  locale: Locale;
  error: string | undefined;
}) {
  const t = useTranslations("media.asset");
  const shown = places.filter(({ isDraftOnly }) => !isDraftOnly).length;
  return (
    <Panel title={t("remove")} id="remove">
      {places.some(({ isProof }) => isProof) ? (
        <p className="fld-help">{t("isProof")}</p>
      ) : (
        <FormFrame locale={locale} action="delete-media" back={`/admin/media/${id}`}>
          <input type="hidden" name="asset" value={id} />
          <p className="fld-help">{t("removeHelp")}</p>
          {shown > 0 && <CheckInput name="places" label={t("removePlaces", { count: shown })} />}
          {error && <p className="err">{error}</p>}
          <p>
            <button type="submit" className="btn btn-bad btn-small">
              {t("removeButton")}
            </button>
          </p>
        </FormFrame>
      )}
    </Panel>
  );
}
