import "server-only";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import type { Progress } from "@/lib/media/upload/actions";
import type { UploadRefusal } from "@/lib/media/upload/types";

/** What the island reads: words for people come ready in the reader's language. */
type Told = {
  id?: string;
  offset?: number;
  state: "receiving" | "waiting" | "ready" | "duplicate" | "refused" | "signed_out";
  message: string;
  /** page of the asset */
  href?: string;
};

const statusOf: Partial<Record<UploadRefusal, number>> = {
  disk_full: 507,
  too_big: 413,
  too_big_image: 413,
  too_big_document: 413,
  not_allowed: 403,
  too_many: 429,
};

/** 200 or 201 with the state; a refusal has its own status and says why. */
export async function answerProgress({ upload, offset }: Progress, locale: Locale, status = 200): Promise<Response> {
  if (upload.state === "refused") return answerRefusal(upload.reason ?? "broken", locale);
  const t = await getTranslations({ locale, namespace: "media.upload" });
  const { id, state, assetId } = upload;
  const href = assetId && state !== "receiving" ? { href: `/${locale}/admin/media/${assetId}` } : {};
  return answer({ id, offset, state, message: t(`state.${state}`), ...href }, status);
}

/** The file does not end where the sender thinks: he goes on from where it does. */
export async function answerOff(progress: Progress, locale: Locale): Promise<Response> {
  return answerProgress(progress, locale, 409);
}

export async function answerRefusal(reason: UploadRefusal, locale: Locale): Promise<Response> {
  const t = await getTranslations({ locale, namespace: "media.upload" });
  return answer({ state: "refused", message: t(`refused.${reason}`) }, statusOf[reason] ?? 422);
}

export async function answerSignedOut(locale: Locale): Promise<Response> {
  const t = await getTranslations({ locale, namespace: "media.upload" });
  return answer({ state: "signed_out", message: t("signedOut") }, 401);
}

function answer(told: Told, status: number): Response {
  return Response.json(told, { status });
}
