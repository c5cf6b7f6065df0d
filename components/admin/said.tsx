import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { refusalCodes, saidCodes, type Tried } from "@/lib/form/types";

/**
 * How the last form went, in one line that screen readers say by themselves.
 *
 * @param said     from the query: what was done
 * @param refused  from the query: why not, to somebody who is not signed in
 * @param tried    of the form that was refused
 */
export function Said({
  said,
  refused,
  tried,
}: {
  said?: string | undefined;
  refused?: string | undefined;
  tried?: Tried | null | undefined;
}) {
  const t = useTranslations("form");
  const refusal = tried?.result.code ?? refusalCodes.find((code) => code === refused);
  if (refusal === "filled") {
    return (
      <div className="note said" role="status">
        <Icon name="info" />
        <p>{t("refused.filled")}</p>
      </div>
    );
  }
  if (refusal) {
    return (
      <div className="note note-bad said" role="alert">
        <Icon name="cross" />
        <p>{t(`refused.${refusal}`)}</p>
      </div>
    );
  }
  const done = saidCodes.find((code) => code === said);
  if (!done) return null;
  return (
    <div className="note note-ok said" role="status">
      <Icon name="yes" />
      <p>{t(`said.${done}`)}</p>
    </div>
  );
}
