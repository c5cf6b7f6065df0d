import { CopyLink } from "./parts/copy-link";
import { LiveClock } from "./parts/live-clock";
import { closeMenusOutside } from "./parts/menu";
import { PortalTools } from "./parts/portal-tools";
import { ZoomMap } from "./parts/zoom-map";

/**
 * Comfort over pages that are complete without it. Custom elements only: no page waits for this file, and nothing that a
 * reader needs stands in it.
 */
customElements.define("portal-tools", PortalTools);
customElements.define("copy-link", CopyLink);
customElements.define("live-clock", LiveClock);
customElements.define("zoom-map", ZoomMap);
closeMenusOutside();
