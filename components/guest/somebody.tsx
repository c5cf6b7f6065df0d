import { useTranslations } from "next-intl";
import { PartyNames } from "@/components/guest/party-name";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import type { PartyPerson } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

/** A person with his names in all scripts, or that somebody is there who is not named. */
export function Somebody({ person }: { person: PartyPerson }) {
  const t = useTranslations("guest.stop");
  const locale = usePageLocale();
  if (person.shown !== "named") return <span className="muted">{t("hidden")}</span>;
  const position = pick(person.position, locale);
  return (
    <>
      <b>
        <PartyNames person={person} />
      </b>
      {position && (
        <span className="g-alt g-post">
          <Words value={position} hasMark={false} />
        </span>
      )}
    </>
  );
}
