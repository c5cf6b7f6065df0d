/**
 * Has the reader's own phone keep this one page, so that it can be read without a connection. The script behind it reaches
 * no other page; it clears away what it kept as soon as the link is over.
 */
export class GuestPage extends HTMLElement {
  connectedCallback(): void {
    const { kept } = this.dataset;
    if (!kept || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker
      .register("/islands/guest-worker.js", { scope: kept })
      // A browser in which nothing is to stay refuses: the page works all the same.
      .catch(() => {});
  }
}
