/**
 * Whether a text that somebody typed plainly means a school: its whole name or its number stands in it, whatever the
 * capitals, marks and spaces. "Northgate" alone does not say which Northgate, and is for a person to answer.
 */
export function namesSchool(
  text: string,
  { name, laEstab }: { readonly name: string; readonly laEstab: string },
): boolean {
  const said = fold(text);
  const school = fold(name);
  return (school.length >= SHORTEST && said.includes(school)) || said.includes(laEstab);
}

/** A name of fewer letters stands in other words too. */
const SHORTEST = 4;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
