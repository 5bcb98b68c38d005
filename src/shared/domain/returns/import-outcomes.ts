/** What may become of a file that an authority imports. */
export const IMPORT_OUTCOMES = ['imported', 'replaced', 'older', 'duplicate', 'refused', 'not-read'] as const;

export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
