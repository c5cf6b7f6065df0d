import { AutoSave } from "./parts/auto-save";

/** Comfort for staff; readers never load it. */
customElements.define("auto-save", AutoSave);
