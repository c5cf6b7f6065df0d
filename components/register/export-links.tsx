import { useTranslations } from "next-intl";
import { registerKinds } from "@/lib/register/types";

/**
 * The list that a page shows, or the one record, as a file.
 *
 * @param path   of the export
 * @param query  what the page is filtered by, without "?"
 * @param hasLists  its sites have lots and residents, which are lists of their own
 */
export function ExportLinks({
  path,
  query,
  hasLists = false,
  isOne = false,
}: {
  path: string;
  query: string;
  hasLists?: boolean;
  isOne?: boolean;
}) {
  const t = useTranslations("import");
  const href = (more: Record<string, string>) =>
    `${path}?${new URLSearchParams([...new URLSearchParams(query), ...Object.entries(more)])}`;
  const others = hasLists ? registerKinds.filter((kind) => kind !== "site") : [];
  return (
    <p className="small exp">
      {t(isOne ? "export.one" : "export.label")}{" "}
      {(["xlsx", "csv"] as const).map((format) => (
        <a key={format} href={href({ as: format })}>
          {format.toUpperCase()}
        </a>
      ))}
      {others.map((list) => (
        <a key={list} href={href({ list, as: "xlsx" })}>
          {t("export.list", { kind: t(`kind.${list}`) })}
        </a>
      ))}
    </p>
  );
}
