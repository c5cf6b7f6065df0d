import type { ReactNode } from "react";

export type TableRow = { key: string; head: ReactNode; cells: ReactNode[] };

/**
 * A table whose rows are compared; on phones each row becomes a small record with the column's name before its value.
 *
 * @param columns  names of the columns, that of the row heads first
 */
export function DataTable({ caption, columns, rows }: { caption: string; columns: string[]; rows: TableRow[] }) {
  return (
    <table className="tbl tbl-stack">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.head}</th>
            {row.cells.map((cell, index) => (
              // a column keeps its place, so its name is its key
              <td key={columns[index + 1]} data-l={columns[index + 1]}>
                <div>{cell}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
