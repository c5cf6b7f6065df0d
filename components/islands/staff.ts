import { AutoSave } from "./parts/auto-save";
import { FileUpload } from "./parts/file-upload";
import { FocalPoint } from "./parts/focal-point";

/** Comfort for staff; readers never load it. */
customElements.define("auto-save", AutoSave);
customElements.define("file-upload", FileUpload);
customElements.define("focal-point", FocalPoint);
