import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DocumentList } from "@/components/media/document-list";
import { Gallery } from "@/components/media/gallery";
import { Block } from "@/components/ui/block";
import { Section } from "@/components/ui/section";
import type { RecordMedia } from "@/lib/media/types";

/** Photos and documents of a page, each with a heading; nothing where there is nothing. */
export function MediaBlocks({ media }: { media: RecordMedia }) {
  return <Parts media={media} draw={(part) => <Block key={part.id} {...part} />} />;
}

/** The same for pages whose sections span the page. */
export function MediaSections({ media }: { media: RecordMedia }) {
  return <Parts media={media} draw={(part) => <Section key={part.id} {...part} />} />;
}

type Part = { id: string; title: string; children: ReactNode };

function Parts({ media: { gallery, documents }, draw }: { media: RecordMedia; draw: (part: Part) => ReactNode }) {
  const t = useTranslations("media.public");
  return (
    <>
      {gallery.length > 0 && draw({ id: "photos", title: t("photos"), children: <Gallery pictures={gallery} /> })}
      {documents.length > 0 &&
        draw({ id: "documents", title: t("documents"), children: <DocumentList documents={documents} /> })}
    </>
  );
}
