/** What was typed, as it is kept: nothing typed is null. */
export const orNull = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;
