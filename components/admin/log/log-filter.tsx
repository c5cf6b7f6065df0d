import { useTranslations } from "next-intl";
import { useAuditWords } from "@/components/admin/audit-words";
import { CheckInput, SelectInput, TextInput } from "@/components/admin/field";
import { FilterFrame } from "@/components/admin/filter-frame";
import { type AuditFilter, auditActions } from "@/lib/audit/types";
import type { Locale } from "@/lib/i18n/locales";

/** Narrows the log; an ordinary form that leads to an address. */
export function LogFilter({ filter, locale }: { filter: AuditFilter; locale: Locale }) {
  const t = useTranslations("audit.filter");
  const auditWords = useAuditWords();
  const path = `/${locale}/admin/log`;
  return (
    <FilterFrame
      path={path}
      label={t("label")}
      last={filter.record && <CheckInput name="record" value={filter.record} label={t("record")} isOn />}
    >
      <TextInput name="who" label={t("who")} value={filter.who} type="search" max={100} />
      <SelectInput
        name="action"
        label={t("action")}
        value={filter.action ?? ""}
        choices={[
          { value: "", label: t("any") },
          ...auditActions.map((action) => ({ value: action, label: auditWords(action) })),
        ]}
      />
      <TextInput name="from" label={t("from")} value={filter.from ?? ""} type="date" />
      <TextInput name="to" label={t("to")} value={filter.to ?? ""} type="date" />
    </FilterFrame>
  );
}
