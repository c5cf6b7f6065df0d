import { useTranslations } from "next-intl";
import { useFileSize } from "@/components/media/use-file-size";
import { Icon } from "@/components/ui/icon";
import { Words } from "@/components/ui/words";
import { documentPath } from "@/lib/media/rules";
import type { DocumentView } from "@/lib/media/types";

/** Documents to be saved, each with what it is and how large. */
export function DocumentList({ documents }: { documents: DocumentView[] }) {
  const t = useTranslations("media.public");
  const size = useFileSize();
  return (
    <ul className="docs">
      {documents.map(({ id, storageKey, byteSize, name, summary }) => (
        <li key={id}>
          <Icon name="file" />
          <div>
            <a href={documentPath(storageKey)} download="">
              <Words value={name} />
            </a>
            <small>{t("pdf", { size: size(byteSize) })}</small>
            {summary && (
              <p>
                <Words value={summary} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
