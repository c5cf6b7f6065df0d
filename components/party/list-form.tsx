import { useTranslations } from "next-intl";
import { FileInput, SelectInput } from "@/components/admin/field";
import { useOptionWords } from "@/components/admin/option-words";
import { newId } from "@/lib/core/ids";
import { Side } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/locales";
import { tableFiles } from "@/lib/spreadsheet/types";

/** A file with the people of a delegation. It goes to an address of its own, which takes files. */
export function ListForm({ recordId, locale, side }: { recordId: string; locale: Locale; side: "cn" | "ru" }) {
  const t = useTranslations("party.import");
  const option = useOptionWords();
  return (
    <form className="form" method="post" action={`/${locale}/admin/visits/list/upload`} encType="multipart/form-data">
      <input type="hidden" name="form" value={newId()} />
      <input type="hidden" name="record" value={recordId} />
      <SelectInput
        name="side"
        label={t("side")}
        value={side}
        choices={Object.values(Side).map((one) => ({ value: one, label: option("Side", one) }))}
      />
      <FileInput name="file" label={t("file")} help={t("fileHelp")} accept={tableFiles} />
      <p className="pf-end">
        <button className="btn btn-primary" type="submit">
          {t("read")}
        </button>
      </p>
    </form>
  );
}
