import { listAt } from "@/lib/publishing/sheet";
import type { RecordDocument } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import type { ImportField } from "@/lib/register/fields";
import type { RegisterKind } from "@/lib/register/types";
import type { OutCell } from "@/lib/spreadsheet/write";

export type Exported = { head: RecordHead; document: RecordDocument };
/** Address of a record by its id, its name where it has none. */
export type Linked = ReadonlyMap<string, string>;

/** One row of a list: a site, a lot of it, or a company in it. */
export type ListRow = { site: Exported; own: Exported; lotId: string | null };

export function rowsOfList(kind: RegisterKind, site: Exported, companies: ReadonlyMap<string, Exported>): ListRow[] {
  const { shared } = site.document;
  if (kind === "site") return [{ site, own: site, lotId: null }];
  if (kind === "lot") return listAt(shared, "rows.lots").map((lotId) => ({ site, own: site, lotId }));
  return listAt(shared, "rows.residencies").flatMap((id) => {
    const own = companies.get(id);
    return own ? [{ site, own, lotId: null }] : [];
  });
}

type Words = { options: (set: string) => Record<string, string>; linked: Linked };

/** What a column says of a row, typed: imports read the same out of it. */
export function cellsOfRecord(field: ImportField, { site, own, lotId }: ListRow, { options, linked }: Words): OutCell {
  const { target, reading } = field;
  const { shared, words } = own.document;
  const typed = (value: string | undefined): OutCell => {
    if (value === undefined || value === "") return null;
    if (reading.as === "number" || reading.as === "degrees") return Number(value);
    if (reading.as === "option") return options(reading.set)[value] ?? value;
    if (reading.as === "options") {
      const own = options(reading.set);
      return value
        .split(" ")
        .map((one) => own[one] ?? one)
        .join("; ");
    }
    return reading.as === "link" ? (linked.get(value) ?? value) : value;
  };
  switch (target.to) {
    case "slug":
      return own.head.slug;
    case "site":
      return site.head.slug;
    case "region":
      return own.head.regionId ? (linked.get(own.head.regionId) ?? null) : null;
    case "sectors":
      return typed(shared.sectors);
    case "value":
      return typed(shared[`values.${target.field}`]);
    case "row":
      return typed(shared[`rows.lots.${lotId}.${target.field}`]);
    case "text": {
      const path =
        target.field === "name" || target.field === "summary" ? target.field : `texts.${own.head.id}.${target.field}`;
      return typed(target.locale ? words[target.locale]?.[path] : undefined);
    }
    case "rowText":
      return typed(target.locale ? words[target.locale]?.[`texts.${lotId}.${target.field}`] : undefined);
    case "utility": {
      const id = listAt(shared, "rows.utilities").find(
        (one) =>
          shared[`rows.utilities.${one}.kind`] === target.kind && shared[`rows.utilities.${one}.unit`] === target.unit,
      );
      return id ? typed(shared[`rows.utilities.${id}.${target.field}`]) : null;
    }
    case "transport": {
      const ids = listAt(shared, "rows.transport").filter(
        (one) => shared[`rows.transport.${one}.mode`] === target.mode,
      );
      return ids.length === 1 ? typed(shared[`rows.transport.${ids[0]}.distanceKm`]) : null;
    }
    default:
      return null;
  }
}
