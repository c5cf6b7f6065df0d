import { z } from "zod";
import type { Pair } from "@/lib/programme/papers/bilingual";

/** Which state of the programme a paper shows. */
export type Edition = { of: "sent"; number: number; day: string } | { of: "draft" | "public"; day: string };

/** What a paper holds beside the programme. */
export type PaperSetting = {
  /** name of the portal and its sign stand on the cover */
  edition: Edition;
  /** where the code on the paper leads; null: no code */
  qr: { url: string; leadsTo: "guest" | "public" } | null;
};

/** At the foot of every page. */
export type PaperFoot = { title: Pair; edition: Pair };

/** Papers that staff can take, by the last segment of their address. */
export const paperNames = [
  "booklet",
  "programme",
  "programme-working",
  "plates",
  "badges",
  "brief",
  "report",
  "report-docx",
  "workbook",
  "calendar",
] as const;
export type PaperName = (typeof paperNames)[number];

export const fileEnds: Record<PaperName, "pdf" | "docx" | "xlsx" | "ics"> = {
  booklet: "pdf",
  programme: "pdf",
  "programme-working": "pdf",
  plates: "pdf",
  badges: "pdf",
  brief: "pdf",
  report: "pdf",
  "report-docx": "docx",
  workbook: "xlsx",
  calendar: "ics",
};

/** A finished paper: its bytes, and the name under which a browser keeps it. */
export type PaperFile = { bytes: Uint8Array<ArrayBuffer>; name: string; type: string };

/** What stands in an address for the state that a paper is made of: "draft", or the number of a version. */
export const paperVersionSchema = z.union([
  z.literal("draft").transform(() => null),
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
]);
