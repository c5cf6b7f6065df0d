/** Line art of a region's land behind its head; a region without one has a plain head. */
export function Motif({ region }: { region: string }) {
  return <div className="motif" data-motif={region} />;
}
