import { initials } from './initials.ts';

/** "Okafor-Lee, Amara" and "Amara Okafor-Lee" are one name. */
const plainName = (name: string): string => {
  const [family, given] = name.includes(',') ? name.split(',', 2) : [undefined, name];
  return `${given ?? ''} ${family ?? ''}`.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en-GB');
};

/**
 * Gives each name its initials, and a second person with the same ones a number: "J. S.", "J. S. (2)". A name keeps
 * what it was given first.
 */
export function initialsApart(): (name: string) => string {
  const known = new Map<string, string[]>();
  return (name) => {
    const short = initials(name);
    const names = known.get(short) ?? [];
    known.set(short, names);
    const plain = plainName(name);
    if (!names.includes(plain)) names.push(plain);
    const at = names.indexOf(plain);
    return at === 0 || short === '' ? short : `${short} (${String(at + 1)})`;
  };
}
