import { SourceLine } from "@/components/source/source-line";
import { SourcePanel } from "@/components/source/source-panel";
import type { Provenance } from "@/lib/source/types";

/** Who says so, as of when, and whether it still counts; opens to all sources. `name` closes the chip opened before. */
export function SourceChip({ provenance }: { provenance: Provenance }) {
  if (provenance.citations.length === 0) return null;
  return (
    <details className="src" name="src" data-f={provenance.freshness}>
      <summary>
        <SourceLine provenance={provenance} />
      </summary>
      <SourcePanel provenance={provenance} />
    </details>
  );
}
