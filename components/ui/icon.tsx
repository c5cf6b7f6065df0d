import { type IconName, iconPaths } from "@/components/ui/icon-paths";

/** A sign that only accompanies words: hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
