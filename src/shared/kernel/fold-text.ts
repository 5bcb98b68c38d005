/** A text for comparing as a person would: its case and the space in and around it do not matter. */
export const foldText = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
