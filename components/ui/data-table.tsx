import type { ReactNode } from "react";

/** `cells` is one word for the whole row where nothing is known; null leaves a cell empty. */
export type TableRow = { key: string; head: ReactNode; cells: (ReactNode | null)[] | { none: ReactNode } };

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
          <tr key={row.key} className={"none" in row.cells ? "row-none" : undefined}>
            <th scope="row">{row.head}</th>
            <Cells row={row} columns={columns} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ row: { cells }, columns }: { row: TableRow; columns: string[] }) {
  if ("none" in cells) return <td colSpan={columns.length - 1}>{cells.none}</td>;
  // a column keeps its place, so its name is its key
  return cells.map((cell, index) => {
    const column = columns[index + 1];
    return cell === null ? (
      <td key={column} />
    ) : (
      <td key={column} data-l={column}>
        <div>{cell}</div>
      </td>
    );
  });
}
