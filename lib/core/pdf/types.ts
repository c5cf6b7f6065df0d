/** What the parent asks of the process that sets documents; `data` is JSON, read by the template as data and never as code. */
export type PdfOrder = { id: number; template: string; data: string };
export type PdfAnswer = { id: number; bytes: Uint8Array } | { id: number; problem: string };

/** So many documents wait already that one more would come too late. */
export class PdfBusyError extends Error {
  constructor() {
    super("too many documents are waiting to be set");
  }
}
