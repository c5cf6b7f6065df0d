/** Characters. No rules of composition: length is what counts. */
export const passwordLength = { least: 12, most: 128 } as const;
