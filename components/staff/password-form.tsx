import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useTried } from "@/components/admin/use-tried";
import type { Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";

/** A step that asks for the password again. */
export function PasswordForm({
  locale,
  action,
  back,
  submit,
  tried,
  isPrimary = false,
}: {
  locale: Locale;
  action: string;
  back: string;
  submit: string;
  tried: Tried | null;
  isPrimary?: boolean;
}) {
  const t = useTranslations("staff");
  const { error } = useTried(tried);
  return (
    <FormFrame locale={locale} action={action} back={back}>
      <TextInput
        name="password"
        label={t("password")}
        type="password"
        autoComplete="current-password"
        error={error("password")}
        required
      />
      <button type="submit" className={isPrimary ? "btn btn-primary" : "btn"}>
        {submit}
      </button>
    </FormFrame>
  );
}
