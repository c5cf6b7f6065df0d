import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Island = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Record<`data-${string}`, string | undefined>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "portal-tools": Island;
      "copy-link": Island;
      "auto-save": Island;
      "live-clock": Island;
      "zoom-map": Island;
      "file-upload": Island;
      "focal-point": Island;
      "stop-board": Island;
      "guest-page": Island;
      "now-next": Island;
      "copy-text": Island;
    }
  }
}
