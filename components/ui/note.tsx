import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

const kinds = {
  info: { className: "note", icon: "info" },
  warn: { className: "note note-warn", icon: "clock" },
  bad: { className: "note note-bad", icon: "cross" },
} as const;

/** A remark that belongs to the matter above it. */
export function Note({ kind = "info", children }: { kind?: keyof typeof kinds; children: ReactNode }) {
  return (
    <div className={kinds[kind].className}>
      <Icon name={kinds[kind].icon} />
      <div>{children}</div>
    </div>
  );
}
