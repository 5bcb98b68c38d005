/** The views of a case that is issued, as they stand in the address. */
export const CASE_TABS = ['case', 'duties', 'letters', 'course', 'return'] as const;

export type CaseTab = (typeof CASE_TABS)[number];
