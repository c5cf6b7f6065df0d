import { TextPage, textPageMetadata } from "@/app/[locale]/(public)/text-page";
import { PersonalDataPage } from "@/components/about/personal-data-page";
import { paths } from "@/lib/core/paths";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

const page = { namespace: "about.privacy", pathIn: paths.personalData } as const;

export const generateMetadata = ({ params }: Params) => textPageMetadata({ params }, page);

export default function Page({ params }: Params) {
  return (
    <TextPage params={params} page={page}>
      {(regions) => <PersonalDataPage regions={regions} />}
    </TextPage>
  );
}
