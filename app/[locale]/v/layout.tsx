/** A visit by secret link stands in the document of the public pages. */
export { default, viewport } from "@/app/[locale]/(public)/layout";

export const dynamic = "force-dynamic";
