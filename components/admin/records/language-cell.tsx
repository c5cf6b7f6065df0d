import { useTranslations } from "next-intl";
import type { LanguageCell as Cell, DraftState } from "@/lib/record/list/types";

/** How one language of a record stands, and the draft that somebody has of it. */
export function LanguageCell({ status, draft }: Cell) {
  const t = useTranslations("records.text");
  return (
    <>
      <span className={`ts ${looks[status]}`}>{t(status)}</span>
      {draft && <DraftMark state={draft} />}
    </>
  );
}

const looks: Record<Cell["status"], string> = {
  source: "ts-ok",
  current: "ts-ok",
  machine: "ts-old",
  outdated: "ts-old",
  partial: "ts-old",
  missing: "ts-no",
  withdrawn: "ts-empty",
  none: "ts-empty",
};

/** Says that there is a draft, and where it stands. */
export function DraftMark({ state }: { state: DraftState }) {
  const t = useTranslations("records.draft");
  return <span className={state === "returned" ? "dm dm-back" : "dm"}>{t(state)}</span>;
}
