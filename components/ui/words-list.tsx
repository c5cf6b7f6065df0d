import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Words } from "@/components/ui/words";
import type { Words as WordsOfRecord } from "@/lib/translation/types";

/** Several words of records in one line, with the comma of the language between them. */
export function WordsList({ values }: { values: WordsOfRecord[] }) {
  const t = useTranslations("common.list");
  return values.map((value, index) => (
    <Fragment key={value.text}>
      {index > 0 && t("separator")}
      <Words value={value} />
    </Fragment>
  ));
}
