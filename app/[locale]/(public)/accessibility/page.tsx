import { TextPage, textPageMetadata } from "@/app/[locale]/(public)/text-page";
import { AccessibilityPage } from "@/components/about/accessibility-page";
import { paths } from "@/lib/core/paths";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

const page = { namespace: "about.accessibility", pathIn: paths.accessibility } as const;

export const generateMetadata = ({ params }: Params) => textPageMetadata({ params }, page);

export default function Page({ params }: Params) {
  return (
    <TextPage params={params} page={page}>
      {(regions) => <AccessibilityPage regions={regions} />}
    </TextPage>
  );
}
