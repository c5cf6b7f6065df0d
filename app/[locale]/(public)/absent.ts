import { notFound, permanentRedirect } from "next/navigation";
import type { Kind } from "@/lib/db/generated/enums";
import { findMoved, type Moved } from "@/lib/publishing/public-queries";

/**
 * Ends a page whose record is not there: leads on where its address was changed, else says that there is no such page.
 *
 * @param region  segment of the region in the address, where it has one
 */
export async function absent(
  kind: Kind,
  slug: string,
  pathTo: (moved: Moved) => string | null,
  region: string | null = null,
): Promise<never> {
  const moved = await findMoved(kind, slug, region);
  const path = moved && pathTo(moved);
  if (path) permanentRedirect(path);
  notFound();
}
