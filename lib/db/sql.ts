import { Prisma } from "./generated/client";

/** Composes SQL with bound values, for lists and search that Prisma's own queries are too slow for. */
export const sql = Prisma.sql;
export type { Prisma };
