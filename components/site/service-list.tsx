import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { Block } from "@/components/ui/block";
import { DataTable } from "@/components/ui/data-table";
import { Words } from "@/components/ui/words";
import type { ServiceView } from "@/lib/site/types";

export function ServiceList({ services }: { services: ServiceView[] }) {
  const t = useTranslations("site");
  return (
    <Block id="services" title={t("services.title")}>
      {services.length === 0 ? (
        <p className="unk">{t("services.none")}</p>
      ) : (
        <DataTable
          caption={t("services.title")}
          columns={[t("services.title"), t("lots.state"), t("lots.source")]}
          rows={services.map((service) => ({
            key: service.key,
            head: t(`services.key.${service.key}`),
            cells: [
              <div key="status">
                {t(`services.status.${service.status}`)}
                {service.note && (
                  <p className="xs muted">
                    <Words value={service.note} />
                  </p>
                )}
              </div>,
              <SourceChip key="source" provenance={service.provenance} />,
            ],
          }))}
        />
      )}
    </Block>
  );
}
