import { htmlLang } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/translation/types";

const scripts = ["zh", "ru", "en"] as const;

/** A name in all the scripts in which it is known, Chinese characters first. */
export function Names({ name, otherwise }: { name: Texts; otherwise: string }) {
  const known = scripts.filter((one, index) => name[one] && !isSaid(name, scripts.slice(index + 1), one));
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

/** Does a later script say the same? A Chinese name whose characters nobody gave stands there in Latin letters. */
function isSaid(name: Texts, others: readonly (typeof scripts)[number][], one: (typeof scripts)[number]): boolean {
  const text = name[one] ?? "";
  return others.some((other) => {
    const same = name[other];
    return same !== undefined && (text === same || (one === "zh" && text.startsWith(same)));
  });
}
