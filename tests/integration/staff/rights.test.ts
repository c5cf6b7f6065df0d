import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import { type Actor, type Role, roles } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { database } from "@/lib/db/client";
import { FormFields } from "@/lib/form/types";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { sheetsOf } from "@/tests/support/sheets";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

type Pairs = [name: string, value: string][];

/** Actions of people who are not signed in, and those that concern nobody but their sender. */
const ownAffairs = new Set([
  "sign-in",
  "sign-in-code",
  "sign-out",
  "reset",
  "reset-password",
  "join",
  "account-password",
  "account-sessions-end",
  "account-language",
  "second-factor-begin",
  "second-factor-confirm",
  "second-factor-codes",
  "second-factor-put-away",
  "second-factor-end",
]);

/**
 * What each action does to one site of Yugra when it may. Who may, in the region of the site: nobody else has an effect, and
 * nobody in another region. A new action without a line here fails the test.
 */
const cases: { action: string; what: string; fields: () => Pairs; may: readonly Role[] }[] = [];

describe("the table of rights, through the actions themselves", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let site: string;
  let yugra: string;
  let tver: string;
  let author: Actor;
  let colleague: string;
  const drafts = { shared: newId(), zh: newId() };
  let round = 0;

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    site = await recordId(client, "site", "sez-nyagan");
    yugra = await recordId(client, "region", "yugra");
    tver = await recordId(client, "region", "tver");
    author = await makeActor(client, "Author", { role: "editor", regionId: yugra });
    colleague = (await makeActor(client, "Colleague", { role: "editor", regionId: yugra })).id;
  });
  afterAll(() => test?.drop());

  const writers: Role[] = ["editor", "approver", "park_operator", "operator"];
  const translators: Role[] = [...writers, "translator"];
  const publishers: Role[] = ["approver", "operator"];
  const own = (pairs: Pairs): Pairs => [["record", site], ...pairs];
  const form = (intent: string, pairs: Pairs): Pairs => own([["intent", intent], ...pairs]);
  const base = (part: "shared" | "ru" | "zh", draft: string | null, version: number): Pairs => [
    [`base.${part}`, `${draft ?? ""}/${draft ? 1 : 0}/${version}`],
  ];
  let version = 0;
  const fresh = () => String(++round);

  const save = "save-record";
  cases.push(
    {
      action: save,
      what: "figures",
      may: writers,
      fields: () => form("save", [...base("shared", drafts.shared, version), ["values.phone", fresh()]]),
    },
    {
      action: save,
      what: "rows",
      may: writers,
      fields: () => form("add/lots", base("shared", drafts.shared, version)),
    },
    {
      action: save,
      what: "source words",
      may: writers,
      fields: () => form("save", [...base("ru", null, version), ["ru:name", `Имя ${fresh()}`]]),
    },
    {
      action: save,
      what: "translation",
      may: translators,
      fields: () => form("save", [...base("zh", drafts.zh, version), ["zh:name", `名 ${fresh()}`]]),
    },
    { action: save, what: "to review", may: translators, fields: () => form("submit", [["part", "zh"]]) },
    { action: save, what: "to review, figures", may: writers, fields: () => form("submit", [["part", "shared"]]) },
    { action: save, what: "into force", may: publishers, fields: () => form("publish", [["part", "zh"]]) },
    {
      action: save,
      what: "into force later",
      may: publishers,
      fields: () =>
        form("schedule", [
          ["part", "zh"],
          ["publishAt", "2027-01-01 10:00"],
        ]),
    },
    {
      action: save,
      what: "back",
      may: publishers,
      fields: () =>
        form("return", [
          ["part", "zh"],
          ["comment", "нет"],
        ]),
    },
    { action: "discard-draft", what: "figures", may: writers, fields: () => own([["part", "shared"]]) },
    { action: "discard-draft", what: "translation", may: translators, fields: () => own([["part", "zh"]]) },
    {
      action: "comment-record",
      what: "",
      may: [...translators, "organizer", "coordinator"],
      fields: () => own([["comment", fresh()]]),
    },
    {
      action: "withdraw-record",
      what: "",
      may: publishers,
      fields: () =>
        own([
          ["part", "shared"],
          ["reason", "нет"],
        ]),
    },
    {
      action: "withdraw-record",
      what: "one language",
      may: publishers,
      fields: () =>
        own([
          ["part", "en"],
          ["reason", "нет"],
        ]),
    },
    { action: "republish-record", what: "", may: publishers, fields: () => own([["part", "en"]]) },
    {
      action: "restore-record",
      what: "",
      may: writers,
      fields: () =>
        own([
          ["part", "shared"],
          ["version", "1"],
        ]),
    },
    {
      action: "confirm-facts",
      what: "",
      may: writers,
      fields: () => [["one", `${site}/${site}/all`]],
    },
    {
      action: "record-settings",
      what: "owner",
      may: publishers,
      fields: () => own([["owner", author.id]]),
    },
    {
      action: "record-settings",
      what: "end of publication",
      may: publishers,
      fields: () => own([["expiresAt", "2027-01-01 10:00"]]),
    },
    { action: "create-preview", what: "", may: ["editor", "approver", "operator"], fields: () => own([]) },
    { action: "withdraw-previews", what: "", may: ["editor", "approver", "operator"], fields: () => own([]) },
    {
      action: "create-record",
      what: "",
      may: ["editor", "approver", "operator"],
      fields: () => [
        ["language", "ru"],
        ["kind", "site"],
        ["region", yugra],
        ["name", "Новая"],
        ["slug", `new-${fresh()}`],
      ],
    },
    {
      action: "person-disable",
      what: "",
      may: ["operator"],
      fields: () => [
        ["person", colleague],
        ["staff", colleague],
      ],
    },
    {
      action: "person-enable",
      what: "",
      may: ["operator"],
      fields: () => [
        ["person", colleague],
        ["staff", colleague],
      ],
    },
  );

  /** The state from which each attempt begins: a published site with a draft of its figures and one of its Chinese. */
  async function prepare(action: string, what: string): Promise<void> {
    const { client } = test;
    await client.draft.deleteMany({ where: { recordId: site } });
    await client.record.update({ where: { id: site }, data: { state: "published", ownerId: null, expiresAt: null } });
    const isHidden = action === "republish-record";
    await client.recordText.updateMany({
      where: { recordId: site, locale: "en" },
      data: { state: isHidden ? "withdrawn" : "published" },
    });
    ({ version } = await client.record.findUniqueOrThrow({ where: { id: site }, select: { version: true } }));
    await client.staff.update({
      where: { id: colleague },
      data: { disabledAt: action === "person-enable" ? new Date(0) : null },
    });
    const sheets = await sheetsOf(client, site);
    for (const [part, id] of Object.entries(drafts)) {
      const locale = part === "zh" ? ("zh" as const) : null;
      const document = {
        ...(locale ? sheets.words.zh : sheets.shared),
        ...(locale ? { summary: "草稿" } : { "values.website": "https://example.org/" }),
      };
      await client.draft.create({
        data: {
          id,
          recordId: site,
          locale,
          state: what === "back" ? "in_review" : "open",
          document,
          baseVersion: version,
          authorId: author.id,
          editions: { create: { edition: 1, document, authorId: author.id } },
        },
      });
    }
    await client.previewLink.deleteMany({ where: { recordId: site } });
    await client.previewLink.create({
      data: {
        recordId: site,
        tokenHash: new Uint8Array(32),
        expiresAt: new Date("2030-01-01"),
        createdAt: new Date(0),
        authorId: author.id,
      },
    });
    const known = await client.revision.findFirst({ where: { recordId: site, version: 1 } });
    if (!known) {
      const old = { shared: { ...sheets.shared, "values.phone": "1" }, words: sheets.words };
      await client.revision.create({ data: { recordId: site, version: 1, document: old, parts: ["shared"] } });
    }
  }

  /** Everything that an action may touch, as one text. */
  async function state(): Promise<string> {
    const { rows } = await database().pool.query<{ state: string }>(
      `
      SELECT (SELECT string_agg(r::text, '|' ORDER BY r.id) FROM record r WHERE r.region_id = $1 OR r.created_at > now() - interval '1 hour')
        || (SELECT string_agg(t::text, '|' ORDER BY t.locale) FROM record_text t WHERE t.record_id = $2)
        || coalesce((SELECT string_agg(coalesce(d.locale::text, 'shared') || d.state::text || d.document::text || coalesce(d.publish_at::text, ''), '|' ORDER BY d.id) FROM draft d WHERE d.record_id = $2), '')
        || (SELECT count(*) FROM draft) || (SELECT count(*) FROM revision) || (SELECT count(*) FROM review_comment)
        || (SELECT count(*) FROM preview_link WHERE withdrawn_at IS NULL)
        || (SELECT string_agg(s.id::text || coalesce(s.disabled_at::text, ''), '|' ORDER BY s.id) FROM staff s WHERE s.id = $3)
        AS state`,
      [yugra, site, colleague],
    );
    return rows[0]?.state ?? "";
  }

  async function hasEffect(actor: Actor, { action, what, fields }: (typeof cases)[number]): Promise<boolean> {
    await prepare(action, what);
    const before = await state();
    const found = staffActions[action];
    if (found?.audience !== "staff") throw new Error(`no such action of staff: ${action}`);
    const input = {
      locale: "ru",
      fields: new FormFields(fields()),
      formId: newId(),
      client: "192.0.2.1",
      userAgent: "test",
    } as const;
    await found.run(actor, input);
    return (await state()) !== before;
  }

  it("has a line for each action", () => {
    const named = new Set([...cases.map(({ action }) => action), ...ownAffairs, ...coveredElsewhere]);
    expect(Object.keys(staffActions).filter((action) => !named.has(action))).toEqual([]);
  });

  it.each(cases)("$action $what", async (attempt) => {
    for (const role of roles) {
      const inYugra = role === "operator" ? {} : role === "park_operator" ? { siteId: site } : { regionId: yugra };
      const actor = await makeActor(test.client, role, { role, ...inYugra });
      expect([role, "here", await hasEffect(actor, attempt)]).toEqual([role, "here", attempt.may.includes(role)]);
      if (role === "operator") continue;
      const elsewhere =
        role === "park_operator"
          ? { siteId: await recordId(test.client, "site", "technopark-impuls") }
          : { regionId: tver };
      const stranger = await makeActor(test.client, role, { role, ...elsewhere });
      expect([role, "elsewhere", await hasEffect(stranger, attempt)]).toEqual([role, "elsewhere", false]);
    }
    const nobody = await makeActor(test.client, "Nobody");
    expect(["no role", await hasEffect(nobody, attempt)]).toEqual(["no role", false]);
  });
});

/** Actions whose rights stand in tests of their own. */
const coveredElsewhere = new Set([
  "create-source",
  "change-source",
  "invite",
  "invitation-withdraw",
  "person-grants",
  "person-sessions-end",
  "person-second-factor-end",
  "delete-media",
  "import-map",
  "import-apply",
  "import-undo",
  "import-discard",
  // tests/integration/programme/rights.test.ts
  "save-stop",
  "add-stop",
  "move-stop",
  "send-programme",
  "new-visit",
  "save-template",
  "add-stops",
  "save-holiday",
  "remove-holiday",
  // tests/integration/programme/ledger.test.ts
  "new-outcome",
  "save-outcome",
  // tests/integration/programme/party-rights.test.ts
  "party-add",
  "party-move",
  "party-save",
  "party-list-apply",
  "party-list-drop",
  "passport-save",
  "passport-delete",
  "passport-keep",
  "meeting-save",
  "meeting-slots",
  "meeting-result",
  // tests/integration/programme/share-rights.test.ts
  "create-share",
  "revoke-share",
  "thank-guests",
  "link-visits",
]);
