import type { Texts } from "@/lib/translation/types";

export type HolidayRow = { country: "ru" | "cn"; day: string; isWorkday: boolean; names: Texts; source: string };
