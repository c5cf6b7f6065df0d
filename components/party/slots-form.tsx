import { useTranslations } from "next-intl";
import { SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useTried } from "@/components/admin/use-tried";
import { Foreign } from "@/components/ui/foreign";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import type { MeetingBoard, SlotProposal } from "@/lib/programme/meeting/types";

/** Hours, rooms and pairs; the proposal stands below and is taken by a second press. */
export function SlotsForm({
  recordId,
  locale,
  board: { choices },
  tried,
  proposal,
  day,
}: {
  recordId: string;
  locale: Locale;
  board: MeetingBoard;
  tried: Tried | null;
  proposal: SlotProposal | null;
  /** first day of the visit */
  day: string;
}) {
  const t = useTranslations("party.slots");
  const { value, error } = useTried(tried);
  const chosen = (name: string) => tried?.fields.flatMap(([one, text]) => (one === name ? [text] : [])) ?? [];
  const ticks = (name: "who" | "with" | "interpreter", list: { id: string; label: string }[]) => (
    <fieldset className="pf sl-ticks">
      <legend>{t(name)}</legend>
      {error(name) && <p className="err">{error(name)}</p>}
      {list.length === 0 && <p className="muted">{t("nobody")}</p>}
      <div className="sl-list">
        {list.map(({ id, label }) => (
          <label className="check" key={id}>
            <input type="checkbox" name={name} value={id} defaultChecked={chosen(name).includes(id)} />
            <span>
              <Foreign text={label} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
  return (
    <FormFrame locale={locale} action="meeting-slots" back={`/admin/visits/${recordId}/meetings`}>
      <input type="hidden" name="record" value={recordId} />
      <p className="hint">{t("help")}</p>
      <div className="pf-4">
        <TextInput name="day" type="date" label={t("day")} value={value("day", day)} error={error("day")} />
        <TextInput name="from" type="time" label={t("from")} value={value("from", "10:00")} error={error("from")} />
        <TextInput name="to" type="time" label={t("to")} value={value("to", "12:00")} error={error("to")} />
        <TextInput
          name="minutes"
          label={t("minutes")}
          inputMode="numeric"
          value={value("minutes", "20")}
          error={error("minutes")}
        />
      </div>
      <div className="pf-2">
        <TextInput
          name="rooms"
          label={t("rooms")}
          help={t("roomsHelp")}
          multiline={2}
          value={value("rooms")}
          error={error("rooms")}
        />
        <SelectInput
          name="stop"
          label={t("stop")}
          value={value("stop", "")}
          choices={[{ value: "", label: t("noStop") }, ...choices.stops.map(({ id, label }) => ({ value: id, label }))]}
        />
      </div>
      <div className="pf-2">
        {ticks("who", choices.participants)}
        {ticks("with", choices.organisations)}
      </div>
      {choices.interpreters.length > 0 && ticks("interpreter", choices.interpreters)}
      {proposal && <Proposal proposal={proposal} />}
      <p className="pf-end">
        <button className={`btn${proposal ? "" : " btn-primary"}`} type="submit" name="intent" value="propose">
          {t("propose")}
        </button>
        {proposal && proposal.lines.length > 0 && (
          <button className="btn btn-primary" type="submit" name="intent" value="apply">
            {t("apply", { count: proposal.lines.length })}
          </button>
        )}
      </p>
    </FormFrame>
  );
}

function Proposal({ proposal: { lines, left } }: { proposal: SlotProposal }) {
  const t = useTranslations("party.slots");
  return (
    <div className="sl-plan" role="status">
      <h3>{t("proposal", { count: lines.length })}</h3>
      <ol>
        {lines.map(({ day, from, to, room, participant, organisation, interpreter }) => (
          <li key={`${day} ${from} ${room}`}>
            {day} {from}–{to}, <Foreign text={room} />: <Foreign text={participant} /> — <Foreign text={organisation} />
            {interpreter && (
              <>
                {" ("}
                <Foreign text={interpreter} />
                {")"}
              </>
            )}
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <>
          <p className="err">{t("left", { count: left.length })}</p>
          <ul>
            {left.map(({ participant, organisation }) => (
              <li key={`${participant} ${organisation}`}>
                <Foreign text={participant} /> — <Foreign text={organisation} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
