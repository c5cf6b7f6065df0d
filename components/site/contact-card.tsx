import { useTranslations } from "next-intl";
import { SourceChip } from "@/components/source/source-chip";
import { SourceLink } from "@/components/source/source-line";
import { Note } from "@/components/ui/note";
import { Unknown } from "@/components/ui/unknown";
import { useDates } from "@/components/ui/use-dates";
import { Words } from "@/components/ui/words";
import type { ContactView } from "@/lib/region/types";

/**
 * Whom to ask, as a card beside the matter.
 *
 * @param sourceHref  where the sources stand in full, on a page that is too long to have them itself
 * @param own         telephone and address of the place itself, beside the person or agency that answers
 */
export function ContactCard({
  contact,
  sourceHref,
  own,
}: {
  contact: ContactView | null;
  sourceHref?: string;
  own?: { phone: string | null; website: string | null };
}) {
  const t = useTranslations("site.contact");
  return (
    <div className="card">
      <h2>{t("title")}</h2>
      {own && (own.phone || own.website) && (
        <dl className="kv">
          {own.phone && (
            <>
              <dt>{t("ownPhone")}</dt>
              <dd>
                <a href={telephone(own.phone)}>{own.phone}</a>
              </dd>
            </>
          )}
          {own.website && <WebAddress label={t("ownWeb")} url={own.website} />}
        </dl>
      )}
      {contact ? <Contact contact={contact} sourceHref={sourceHref} /> : <p className="unk">{t("none")}</p>}
    </div>
  );
}

/** Whom to ask. Where the record names nobody the region's agency answers, and this says so. */
export function Contact({ contact, sourceHref }: { contact: ContactView; sourceHref?: string }) {
  const t = useTranslations("site.contact");
  return (
    <>
      <p>
        <b>
          <Words value={contact.name} />
        </b>
      </p>
      {contact.isFallback && <Note>{t("fallback")}</Note>}
      <ContactDetails contact={contact} />
      {sourceHref ? (
        <SourceLink provenance={contact.provenance} href={sourceHref} />
      ) : (
        <SourceChip provenance={contact.provenance} />
      )}
    </>
  );
}

/** How to reach a contact, line by line; what is not published says so. */
export function ContactDetails({ contact }: { contact: ContactView }) {
  const t = useTranslations("site.contact");
  const common = useTranslations("common");
  const dates = useDates();
  const { phone, phoneAsOf, email, address, url, portalUrl, languages } = contact;
  return (
    <dl className="kv">
      <dt>{t("phone")}</dt>
      <dd>
        {phone ? <a href={telephone(phone)}>{phone}</a> : <Unknown />}
        {phone && phoneAsOf && <p className="xs muted">{t("phoneAsOf", { date: dates.short(phoneAsOf) })}</p>}
      </dd>
      <dt>{t("email")}</dt>
      <dd>{email ? <a href={`mailto:${email}`}>{email}</a> : <Unknown />}</dd>
      <dt>{t("languages")}</dt>
      <dd>
        {languages.length > 0 ? (
          languages.map((language) => common(`language.${language}`)).join(common("list.separator"))
        ) : (
          <Unknown what="notStated" />
        )}
      </dd>
      {address && (
        <>
          <dt>{t("address")}</dt>
          <dd>
            <Words value={address} />
          </dd>
        </>
      )}
      {url && <WebAddress label={t("web")} url={url} />}
      {portalUrl && portalUrl !== url && <WebAddress label={t("portal")} url={portalUrl} />}
    </dl>
  );
}

/** The number itself; what stands behind it is an extension. */
function telephone(phone: string): string {
  const [number = phone] = /^[+\d\s()-]+/.exec(phone) ?? [];
  const extension = phone.slice(number.length).replace(/\D/g, "");
  return `tel:${number.replace(/[^+\d]/g, "")}${extension && `;ext=${extension}`}`;
}

function WebAddress({ label, url }: { label: string; url: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <a href={url} rel="noopener noreferrer">
          {url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}
        </a>
      </dd>
    </>
  );
}
