import { useTranslations } from "next-intl";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import { Words } from "@/components/ui/words";
import type { FunnelRow } from "@/lib/outcome/funnel/types";

const steps = ["visits", "outcomes", "signed", "inWork", "launched", "kept", "discontinued"] as const;

/** From visits to what was launched, region by region. */
export function FunnelTable({ rows }: { rows: FunnelRow[] }) {
  const t = useTranslations("outcome.funnel");
  return (
    <DataTable
      caption={t("title")}
      columns={[t("region"), ...steps.map((step) => t(step))]}
      rows={rows.map(
        (row): TableRow => ({
          key: row.region,
          head: <Words value={row.name} />,
          cells: steps.map((step) => row[step]),
        }),
      )}
    />
  );
}
