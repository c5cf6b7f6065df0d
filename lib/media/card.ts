import "server-only";
import { buffer } from "node:stream/consumers";
import { getTranslations } from "next-intl/server";
import { type Card, cardPictureSize } from "@/lib/core/card";
import { storage } from "@/lib/core/storage/storage";
import type { Locale } from "@/lib/i18n/locales";
import { cutAround } from "@/lib/media/preparation/draw";
import { nearestWidth, pictureKey } from "@/lib/media/rules";
import type { PictureView } from "@/lib/media/types";

/**
 * The cover of a page for its card, cut around what must stay in sight, with its author and terms of use.
 *
 * @returns null where the page has none, or its file cannot be read: the card is drawn without
 */
export async function cardPicture(picture: PictureView | null, locale: Locale): Promise<Card["picture"]> {
  const width = picture && nearestWidth(picture.variants, 960);
  if (!picture || width === null) return null;
  const file = await storage().get(pictureKey(picture.storageKey, width));
  const jpeg = file && (await cutAround(await buffer(file.stream), { ...cardPictureSize, focal: picture.focal }));
  if (!jpeg) return null;
  const t = await getTranslations({ locale, namespace: "media.public" });
  const author = picture.credit && `${t("credit")} ${picture.credit.text}`;
  return { jpeg, credit: [author, picture.licence && t(`licence.${picture.licence}`)].filter(Boolean).join(" · ") };
}
