import type { Prisma } from "./generated/client";

/** A transaction, or the client itself. */
export type Tx = Prisma.TransactionClient;

type Row = Record<string, unknown>;

/** What all tables of the client have in common, for code that is led by a description of tables. */
type Table = {
  findMany(query: { where: Row; orderBy?: Row | Row[]; select?: Row }): Promise<Row[]>;
  findUnique(query: { where: Row }): Promise<Row | null>;
  createMany(query: { data: Row[] }): Promise<{ count: number }>;
  create(query: { data: Row; select?: Row }): Promise<Row>;
  update(query: { where: Row; data: Row; select?: Row }): Promise<Row>;
  updateMany(query: { where: Row; data: Row }): Promise<{ count: number }>;
  upsert(query: { where: Row; create: Row; update: Row; select?: Row }): Promise<Row>;
  deleteMany(query: { where: Row }): Promise<{ count: number }>;
};

/**
 * One table by the name that a description gives. The names come from code alone (`Shape`), never from a request.
 */
export function tableOf(tx: Tx, name: Exclude<keyof Tx, `$${string}` | symbol>): Table {
  return tx[name] as unknown as Table;
}
