import { useTranslations } from "next-intl";
import { BehindPanel } from "@/components/admin/home/behind-panel";
import { OwnPanel, WaitingPanel } from "@/components/admin/home/draft-panels";
import { NewsPanel } from "@/components/admin/home/news-panel";
import { Tiles } from "@/components/admin/home/tiles";
import { FindingPanel } from "@/components/admin/todo/finding-panel";
import type { Locale } from "@/lib/i18n/locales";
import type { Todo } from "@/lib/record/todo/types";

/** What waits for this actor, the pressing first. */
export function HomeView({ todo, locale, zone }: { todo: Todo; locale: Locale; zone: string }) {
  const t = useTranslations("todo");
  const { waiting, own, behind, due, promises, news } = todo;
  return (
    <>
      <Tiles todo={todo} locale={locale} />
      <div className="cols2">
        <div>
          {waiting && <WaitingPanel waiting={waiting} locale={locale} zone={zone} />}
          <OwnPanel own={own} locale={locale} zone={zone} />
          {due && <FindingPanel code="fact_due" list={due} locale={locale} />}
        </div>
        <div>
          {promises && <FindingPanel code="promise_undated" list={promises} locale={locale} />}
          {behind && <BehindPanel behind={behind} locale={locale} />}
          <p className="pan-link">
            <a href={`/${locale}/admin/score`}>{t("score")}</a>
          </p>
          <NewsPanel news={news} locale={locale} zone={zone} />
        </div>
      </div>
    </>
  );
}
