import { pino } from "pino";
import { env } from "@/lib/core/env";

/** One line of JSON per event on stdout. Nothing personal: no address of a reader, no query text, no secret link. */
export const log = pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
