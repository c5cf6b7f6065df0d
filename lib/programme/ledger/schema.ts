import { z } from "zod";
import { type LedgerFilter, ledgerViews } from "@/lib/programme/ledger/types";

/** What is shown of the ledger; what cannot be read is left out. */
export const ledgerFilterSchema = z
  .object({
    view: z.enum(ledgerViews).catch("open"),
    region: z
      .string()
      .regex(/^[a-z0-9-]{1,100}$/)
      .nullable()
      .catch(null),
  })
  .transform((filter): LedgerFilter => ({ ...filter, visit: null }));
