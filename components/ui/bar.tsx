/**
 * A bar beside a number, for comparing rows of one list. Only a picture of the number that stands beside it.
 *
 * @param max  the longest bar of the list
 */
export function Bar({ value, max }: { value: number; max: number }) {
  const width = max > 0 ? Math.max(1, Math.round((value / max) * 100)) : 0;
  return (
    <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 0h100v6H0z" className="bar-all" />
      <path d={`M0 0h${width}v6H0z`} className="bar-part" />
    </svg>
  );
}
