import { useTranslations } from "next-intl";
import { Panel } from "@/components/admin/panel";
import { DataTable } from "@/components/ui/data-table";
import {
  everyKind,
  housePermissions,
  kindsOf,
  type RecordPermission,
  recordPermissions,
  secondFactorRoles,
} from "@/lib/auth/rules";
import { type Role, roles } from "@/lib/auth/types";

const permissions = keysOf(recordPermissions);
const inHouse = keysOf(housePermissions);

/** The table of rights in words: what stands here is what is asked. */
export function RightsView() {
  const t = useTranslations("rights");
  const columns = [t("what"), ...roles.map((role) => t(`role.${role}`))];
  return (
    <>
      <p className="lead-text">{t("lead")}</p>
      <Panel title={t("roles")}>
        <dl className="role-list">
          {roles.map((role) => (
            <div key={role}>
              <dt>{t(`role.${role}`)}</dt>
              <dd>
                {t(`about.${role}`)} {secondFactorRoles.includes(role) && <span className="tag">{t("code")}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t("records")}>
        <div className="wide">
          <DataTable
            caption={t("records")}
            columns={columns}
            rows={permissions.map((permission) => ({
              key: permission,
              head: t(`permission.${permission}`),
              cells: roles.map((role) => <Kinds key={role} role={role} permission={permission} />),
            }))}
          />
        </div>
        <p className="muted small">{t("shared")}</p>
        <p className="muted small">{t("files")}</p>
      </Panel>
      <Panel title={t("house")}>
        <div className="wide">
          <DataTable
            caption={t("house")}
            columns={columns}
            rows={inHouse.map((permission) => {
              const allowed: readonly Role[] = housePermissions[permission];
              return {
                key: permission,
                head: t(`housePermission.${houseWord(permission)}`),
                cells: roles.map((role) => <YesNo key={role} isYes={allowed.includes(role)} />),
              };
            })}
          />
        </div>
      </Panel>
    </>
  );
}

/** Of which kinds of records: all, all but few, or these. */
function Kinds({ role, permission }: { role: Role; permission: RecordPermission }) {
  const t = useTranslations("rights");
  const list = useTranslations("common.list");
  const kinds = kindsOf(role, permission);
  const words = (which: readonly (typeof everyKind)[number][]) =>
    which.map((kind) => t(`kinds.${kind}`)).join(list("separator"));
  const missing = everyKind.filter((kind) => !kinds.includes(kind));
  if (kinds.length === 0) return <YesNo isYes={false} />;
  if (missing.length === 0) return <b>{t("all")}</b>;
  return missing.length < 4 ? t("allBut", { kinds: words(missing) }) : words(kinds);
}

function YesNo({ isYes }: { isYes: boolean }) {
  const t = useTranslations("rights");
  return isYes ? <b>{t("yes")}</b> : <span className="muted">{t("no")}</span>;
}

function houseWord<Name extends string>(name: Name) {
  return name.replace(".", "_") as Name extends `${infer Left}.${infer Right}` ? `${Left}_${Right}` : Name;
}

function keysOf<Key extends string>(table: Record<Key, unknown>): Key[] {
  return Object.keys(table) as Key[];
}
