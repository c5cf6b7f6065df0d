import "server-only";
import { idleSessionSeconds } from "@/lib/auth/rules";
import { db } from "@/lib/db/client";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";
import type { PersonRow, ScopeNames } from "@/lib/staff/people/types";

/** Everybody, by name. */
export async function listPeople(now: Date): Promise<PersonRow[]> {
  return readPeople(now, {});
}

export async function getPerson(id: string, now: Date): Promise<PersonRow | null> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  return (await readPeople(now, { id }))[0] ?? null;
}

async function readPeople(now: Date, where: { id?: string }): Promise<PersonRow[]> {
  const alive = { expiresAt: { gt: now }, updatedAt: { gt: new Date(now.getTime() - idleSessionSeconds * 1000) } };
  const rows = await db().staff.findMany({
    where,
    orderBy: [{ disabledAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
    take: 1000,
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      disabledAt: true,
      twoFactorEnabled: true,
      grants: { select: { role: true, regionId: true, siteId: true }, orderBy: { createdAt: "asc" } },
      sessions: { where: alive, select: { updatedAt: true }, orderBy: { updatedAt: "desc" } },
    },
  });
  return rows.map(({ disabledAt, twoFactorEnabled, sessions, ...row }) => ({
    ...row,
    isDisabled: disabledAt !== null,
    hasSecondFactor: twoFactorEnabled,
    lastSeen: sessions[0]?.updatedAt ?? null,
    sessions: sessions.length,
  }));
}

/** Names of all regions and sites: published or not, a role can hold there. */
export async function listScopes(locale: Locale): Promise<ScopeNames> {
  const rows = await db().record.findMany({
    where: { kind: { in: ["region", "site"] } },
    select: {
      id: true,
      kind: true,
      slug: true,
      regionId: true,
      texts: { select: { locale: true, name: true } },
    },
  });
  const nameOf = ({ texts, slug, id }: (typeof rows)[number]) =>
    [locale, "ru", defaultLocale].flatMap((one) => texts.find((text) => text.locale === one)?.name ?? []).at(0) ??
    slug ??
    id;
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, locale);
  const regions = rows.filter(({ kind }) => kind === "region").map((row) => ({ id: row.id, name: nameOf(row) }));
  const regionNames = new Map(regions.map(({ id, name }) => [id, name]));
  const sites = rows
    .filter(({ kind }) => kind === "site")
    .map((row) => ({ id: row.id, name: nameOf(row), regionName: regionNames.get(row.regionId ?? "") ?? null }));
  return { regions: regions.sort(byName), sites: sites.sort(byName) };
}
