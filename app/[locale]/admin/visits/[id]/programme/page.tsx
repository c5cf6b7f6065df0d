import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Said } from "@/components/admin/said";
import { CheckList } from "@/components/programme/check-list";
import { ReadyPanel } from "@/components/programme/ready-panel";
import { SendPanel } from "@/components/programme/send-panel";
import { StopBoard } from "@/components/programme/stop-board";
import { StopForm } from "@/components/programme/stop-form";
import { VisitFrame, visitPath } from "@/components/programme/visit-frame";
import { requireActor } from "@/lib/auth/session";
import { readQuery } from "@/lib/form/query";
import { readTry } from "@/lib/form/staff-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRoutes, listTemplates } from "@/lib/programme/begin/staff-queries";
import { readBoard } from "@/lib/programme/board/staff-queries";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { recall } from "@/lib/record/memory/staff-queries";
import { staffTitle } from "@/lib/staff/page-title";

type Props = PageProps<"/[locale]/admin/visits/[id]/programme">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "visits" });
  return staffTitle(locale, t("tabs.programme"));
}

/** The programme builder: days and stops, one of them open for writing, checks, and sending out. */
export default async function ProgrammePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = visitPath(id, "programme");
  const actor = await requireActor(locale, path);
  const [board, query, { stop: asked }] = await Promise.all([
    readBoard(actor, id, locale),
    readQuery(searchParams),
    searchParams,
  ]);
  if (!board) notFound();
  const [tried, templates, routes] = await Promise.all([
    readTry(actor, query.try),
    listTemplates(actor),
    listRoutes(board.visit.regionId),
  ]);
  const typed = tried?.fields.findLast(([name]) => name === "stop")?.[1];
  const stop = [asked].flat()[0] ?? typed ?? null;
  const editor = stop ? await readEditor(actor, id, locale, tried) : null;
  const view = editor && { ...editor, offers: await recall(actor, editor, locale) };
  return (
    <VisitFrame actor={actor} locale={locale} visit={board.visit} current="programme">
      <Said {...query} tried={tried} />
      <div className="edit">
        <div>
          {view && stop && <StopForm view={view} stop={stop} locale={locale} />}
          <StopBoard board={board} locale={locale} open={stop} />
        </div>
        <aside>
          <SendPanel board={board} locale={locale} tried={tried} />
          <CheckList checks={board.checks} programme={board.programme} locale={locale} />
          {board.visit.may.edit && (
            <ReadyPanel
              recordId={id}
              day={board.programme.dates?.from ?? ""}
              templates={templates}
              routes={routes}
              locale={locale}
              tried={tried}
            />
          )}
        </aside>
      </div>
    </VisitFrame>
  );
}
