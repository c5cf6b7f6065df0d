import { useTranslations } from "next-intl";
import { Thumb } from "@/components/admin/media/thumb";
import { useFileSize } from "@/components/media/use-file-size";
import { Words } from "@/components/ui/words";
import type { Locale } from "@/lib/i18n/locales";
import type { MediaCard } from "@/lib/media/staff-types";

/** Files of the library, each with how it stands and what it lacks. */
export function LibraryGrid({ cards, locale }: { cards: MediaCard[]; locale: Locale }) {
  return (
    <ul className="lib">
      {cards.map((card) => (
        <Card key={card.id} card={card} locale={locale} />
      ))}
    </ul>
  );
}

function Card({ card, locale }: { card: MediaCard; locale: Locale }) {
  const t = useTranslations("media");
  const list = useTranslations("common.list");
  const size = useFileSize();
  const { id, kind, state, name, fileName, byteSize, uses, missing } = card;
  return (
    <li>
      <a href={`/${locale}/admin/media/${id}`} className="lib-card">
        <Thumb file={card} locale={locale} />
        <span className="lib-name">{name ? <Words value={name} /> : fileName}</span>
      </a>
      <p className="lib-facts">
        <span className={`st st-${state}`}>{t(`state.${state}`)}</span>
        <span>
          {t(`kind.${kind}`)}, {size(byteSize)}
        </span>
        <span>{t("card.uses", { count: uses })}</span>
      </p>
      {missing.length > 0 && (
        <p className="lib-missing">
          {t("card.missing", { languages: missing.map((one) => t(`language.${one}`)).join(list("separator")) })}
        </p>
      )}
    </li>
  );
}
