import { TextPage, textPageMetadata } from "@/app/[locale]/(public)/text-page";
import { AboutPage } from "@/components/about/about-page";
import { paths } from "@/lib/core/paths";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

const page = { namespace: "about.portal", pathIn: paths.about } as const;

export const generateMetadata = ({ params }: Params) => textPageMetadata({ params }, page);

export default function Page({ params }: Params) {
  return (
    <TextPage params={params} page={page}>
      {() => <AboutPage />}
    </TextPage>
  );
}
