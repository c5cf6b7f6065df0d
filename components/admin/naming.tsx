import { MixedText } from "@/components/ui/mixed-text";
import { usePageLocale } from "@/components/ui/use-page-locale";

/** A sentence of the interface that names people or records, whatever language they are written in. */
export function Naming({ text }: { text: string }) {
  return <MixedText text={text} except={usePageLocale()} />;
}
