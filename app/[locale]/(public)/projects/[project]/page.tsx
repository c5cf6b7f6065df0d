import { getTranslations } from "next-intl/server";
import { absent } from "@/app/[locale]/(public)/absent";
import { PageFrame } from "@/components/layout/page-frame";
import { ProjectPage } from "@/components/project/project-page";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listMedia } from "@/lib/media/public-queries";
import { getPublishedProject } from "@/lib/project/public-queries";
import { getPublishedRegion, listRegions } from "@/lib/region/public-queries";

type Params = { params: Promise<{ locale: string; project: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function read(params: Params["params"]) {
  const locale = await pageLocale(params);
  const { project: slug } = await params;
  const project = await getPublishedProject(slug, locale);
  if (!project) return absent("project", slug, (now) => paths.project(locale, now.slug));
  return { locale, project };
}

export async function generateMetadata({ params }: Params) {
  const { locale, project } = await read(params);
  const t = await getTranslations({ locale, namespace: "project" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: project.name.text,
    portalName: layout("name"),
    description: project.summary?.text ?? t("intro"),
    pathIn: (other) => paths.project(other, project.slug),
  });
}

export default async function Page({ params }: Params) {
  const { locale, project } = await read(params);
  const [regions, region, media, t, home] = await Promise.all([
    listRegions(locale),
    getPublishedRegion(project.region.slug, locale),
    listMedia("project", project.slug, locale),
    getTranslations({ locale, namespace: "project" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [
    { label: home("title"), href: paths.home(locale) },
    { label: t("title"), href: paths.projects(locale) },
    { label: project.name.text },
  ];
  return (
    <PageFrame pathIn={(other) => paths.project(other, project.slug)} regions={regions} region={project.region.slug}>
      <ProjectPage project={project} media={media} crumbs={crumbs} agency={region?.agency ?? null} />
    </PageFrame>
  );
}
