const SMALL = new Set(['and', 'at', 'for', 'in', 'le', 'of', 'on', 'the', 'under', 'upon', 'with']);
const ABBREVIATIONS = new Set(['ce', 'rc', 'cp', 'va', 'vc', 'jmi', 'ks', 'pru', 'utc', 'c', 'e', 'ii']);

/**
 * A name that the national list has in capitals alone, as a person would write it: "FEN DRAYTON C OF E SCHOOL" is Fen
 * Drayton C of E School. A start to be corrected; a name with small letters is left as it is.
 */
export function calmName(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name.toLowerCase().replaceAll(/[\p{L}\p{N}’']+/gu, (word, at: number) => {
    if (ABBREVIATIONS.has(word)) return word.toUpperCase();
    if (at > 0 && SMALL.has(word)) return word;
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
}
