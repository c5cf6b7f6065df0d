import { useTranslations } from "next-intl";
import { TextInput } from "@/components/admin/field";
import { passwordLength } from "@/lib/auth/password/limits";

/** A new password, twice. */
export function NewPasswordFields({
  name = "password",
  label,
  errors = {},
}: {
  name?: string;
  label?: string;
  errors?: { first?: string | undefined; again?: string | undefined };
}) {
  const t = useTranslations("staff");
  return (
    <>
      <TextInput
        name={name}
        label={label ?? t("password")}
        type="password"
        autoComplete="new-password"
        help={t("passwordHelp")}
        error={errors.first}
        max={2 * passwordLength.most}
        required
      />
      <TextInput
        name="again"
        label={t("passwordAgain")}
        type="password"
        autoComplete="new-password"
        error={errors.again}
        max={2 * passwordLength.most}
        required
      />
    </>
  );
}
