import { useTranslations } from "next-intl";
import { Somebody } from "@/components/guest/somebody";
import { Reach } from "@/components/guest/stop-contact";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { locales } from "@/lib/i18n/locales";
import type { ProgrammeContact } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/** The organizers, or the region's agency where they named nobody. */
export function GuestContacts({ contacts }: { contacts: ProgrammeContact[] }) {
  const t = useTranslations("guest.contacts");
  return (
    <section className="g-sec" id="contacts">
      <h2>{t("title")}</h2>
      {contacts.length === 0 && <p className="muted">{t("none")}</p>}
      <ul className="g-contacts">
        {contacts.map((contact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: contacts have no number of their own, and the list never changes
          <Contact key={index} contact={contact} />
        ))}
      </ul>
    </section>
  );
}

function Contact({ contact }: { contact: ProgrammeContact }) {
  const t = useTranslations("guest.contacts");
  const common = useTranslations("common");
  const locale = usePageLocale();
  const name = pick(contact.name, locale);
  const spoken = locales.filter((one) => contact.languages.includes(one)).map((one) => t(`language.${one}`));
  return (
    <li>
      {name && (
        <b>
          <Words value={name} hasMark={false} />
        </b>
      )}
      {contact.person && (
        <p>
          <Somebody person={contact.person} />
        </p>
      )}
      {spoken.length > 0 && <p className="g-alt">{t("languages", { list: spoken.join(common("list.separator")) })}</p>}
      <Reach phone={contact.phone} wechat={contact.wechatId} email={contact.email} />
    </li>
  );
}
