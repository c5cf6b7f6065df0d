import { CopyText } from "./parts/copy-text";
import { GuestPage } from "./parts/guest-page";
import { LiveClock } from "./parts/live-clock";
import { NowNext } from "./parts/now-next";

/** Comfort on the page of a visit by secret link, which is complete without it. */
customElements.define("live-clock", LiveClock);
customElements.define("copy-text", CopyText);
customElements.define("now-next", NowNext);
customElements.define("guest-page", GuestPage);
