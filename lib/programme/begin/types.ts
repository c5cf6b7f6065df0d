/** Something that a visit can begin with. */
export type BeginChoice = { value: string; group: "template" | "visit"; label: string };
