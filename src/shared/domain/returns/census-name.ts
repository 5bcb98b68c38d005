/** Longest surname and forename of the census, in characters (CBDS 100003 and 100004). */
export const CENSUS_NAME_LENGTH = 35;

/** A name as the census takes it: cut at 35 characters where it is longer, never within a letter. */
export function censusName(name: string): string {
  const letters = Array.from(name);
  return letters.length <= CENSUS_NAME_LENGTH
    ? name
    : letters.slice(0, CENSUS_NAME_LENGTH).join('').trimEnd();
}
