import { htmlLang } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/translation/types";

const scripts = ["zh", "ru", "en"] as const;

/** A name in all the scripts in which it is known, Chinese characters first. */
export function Names({ name, otherwise }: { name: Texts; otherwise: string }) {
  const known = scripts.filter((one) => name[one]);
  if (known.length === 0) return <span className="muted">{otherwise}</span>;
  return (
    <span className="pt-names">
      {known.map((one) => (
        <span key={one} lang={htmlLang[one]}>
          {name[one]}
        </span>
      ))}
    </span>
  );
}
