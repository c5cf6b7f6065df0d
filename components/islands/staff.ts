import { AutoSave } from "./parts/auto-save";
import { CopyText } from "./parts/copy-text";
import { FileUpload } from "./parts/file-upload";
import { FocalPoint } from "./parts/focal-point";
import { suggestLinks } from "./parts/link-suggestions";
import { StopBoard } from "./parts/stop-board";
import { takeOffers } from "./parts/take-offers";

/** Comfort for staff; readers never load it. */
customElements.define("auto-save", AutoSave);
customElements.define("copy-text", CopyText);
customElements.define("file-upload", FileUpload);
customElements.define("focal-point", FocalPoint);
customElements.define("stop-board", StopBoard);
takeOffers();
suggestLinks();
