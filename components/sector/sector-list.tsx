import { useTranslations } from "next-intl";
import { SectorGrid } from "@/components/sector/sector-grid";
import { PageHead } from "@/components/ui/page-head";
import type { SectorCount } from "@/lib/sector/types";

export function SectorList({ sectors }: { sectors: SectorCount[] }) {
  const t = useTranslations("sector");
  return (
    <>
      <PageHead title={t("title")} intro={t("intro")} hasRule />
      <div className="wrap sectors-all">
        <SectorGrid sectors={sectors} />
      </div>
    </>
  );
}
