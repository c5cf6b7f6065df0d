import type { ReactNode } from "react";
import type { MapView } from "@/lib/map/views";

/** A drawn map with marks over it in the drawing's own units. The list beside it says the same in words. */
export function BaseMap({ view, label, children }: { view: MapView; label: string; children: ReactNode }) {
  const { name, width, height } = view;
  return (
    <div className="map">
      <picture>
        <source srcSet={`/maps/${name}.dark.svg`} media="(prefers-color-scheme: dark)" />
        <img src={`/maps/${name}.light.svg`} alt="" width={width} height={height} decoding="async" />
      </picture>
      {/* biome-ignore lint/a11y/useSemanticElements: links stand in the drawing; no element of HTML can hold them there */}
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        {children}
      </svg>
    </div>
  );
}
