import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { ProjectList } from "@/components/project/project-list";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listProjects } from "@/lib/project/public-queries";
import { listRegions } from "@/lib/region/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "project" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  const projects = await listProjects(locale);
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("description", { count: projects.length }),
    pathIn: paths.projects,
  });
}

export default async function ProjectsPage({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, projects, t, home] = await Promise.all([
    listRegions(locale),
    listProjects(locale),
    getTranslations({ locale, namespace: "project" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [{ label: home("title"), href: paths.home(locale) }, { label: t("title") }];
  return (
    <PageFrame pathIn={paths.projects} regions={regions} crumbs={crumbs}>
      <ProjectList projects={projects} regions={regions} />
    </PageFrame>
  );
}
