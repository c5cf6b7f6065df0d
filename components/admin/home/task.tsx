import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useKindWords } from "@/components/admin/kind-words";
import { Naming } from "@/components/admin/naming";
import type { Locale } from "@/lib/i18n/locales";
import type { Named } from "@/lib/record/list/types";

/**
 * One thing to do: a record, what is to be done about it, and the way there.
 *
 * @param aside  stands at the end of the line
 * @param tick   a box before it, for a form around the list
 */
export function Task({
  of: { id, kind, name, region },
  locale,
  aside,
  action,
  tick,
  children,
}: {
  of: Named;
  locale: Locale;
  aside?: ReactNode;
  action?: string;
  tick?: { name: string; value: string; label: string; isOn: boolean } | undefined;
  children?: ReactNode;
}) {
  const t = useTranslations("records");
  const kindWords = useKindWords();
  const shown = <Naming text={name ?? t("unnamed")} />;
  const href = `/${locale}/admin/${kind === "media" ? "media" : "records"}/${id}`;
  return (
    <li className={tick ? "tk tk-ticked" : "tk"}>
      {tick && (
        <label>
          <input type="checkbox" name={tick.name} value={tick.value} defaultChecked={tick.isOn} />
          <span className="vh">
            <Naming text={tick.label} />
          </span>
        </label>
      )}
      <div>
        <h3>{action ? shown : <a href={href}>{shown}</a>}</h3>
        <p className="muted">
          <Naming text={[kindWords.one(kind), region].filter(Boolean).join(" · ")} />
        </p>
        {children}
      </div>
      <div className="tk-end">
        {aside}
        {action && (
          <a href={href}>
            {action}
            <span className="vh">: {shown}</span>
          </a>
        )}
      </div>
    </li>
  );
}
