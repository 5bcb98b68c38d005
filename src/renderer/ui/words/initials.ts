/** "Amara Okafor-Lee" becomes "A. O."; "OKAFOR-LEE, Amara" the same. Empty text stays empty. */
export function initials(name: string): string {
  const [family, given] = name.includes(',') ? name.split(',', 2) : [undefined, name];
  const words = `${given ?? ''} ${family ?? ''}`.trim().split(/\s+/).filter(Boolean);
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => word && [...word][0])
    .filter(Boolean)
    .map((letter) => `${letter?.toLocaleUpperCase('en-GB')}.`)
    .join(' ');
}
