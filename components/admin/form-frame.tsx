import type { ReactNode } from "react";
import { newId } from "@/lib/core/ids";
import type { Locale } from "@/lib/i18n/locales";

/**
 * A form of the staff area. Each drawing has its own number, so that sending it twice acts once.
 *
 * @param action  last segment of the address that takes it, from the list of actions
 * @param back    page to return to, behind the locale
 */
export function FormFrame({
  locale,
  action,
  back,
  id,
  children,
}: {
  locale: Locale;
  action: string;
  back: string;
  id?: string;
  children: ReactNode;
}) {
  return (
    <form className="form" id={id} method="post" action={`/${locale}/admin/send/${action}`}>
      <input type="hidden" name="form" value={newId()} />
      <input type="hidden" name="back" value={back} />
      {children}
    </form>
  );
}
