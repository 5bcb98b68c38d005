const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'dame', 'rev', 'prof']);

/** The words of a name without titles, accents, capitals and marks: "Ms. J. O’Neill" is "j oneill". */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}|['’`]/gu, '')
    .toLocaleLowerCase('en-GB')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word));

const MEN = new Set(['mr', 'sir']);
const WOMEN = new Set(['mrs', 'ms', 'miss', 'dame']);

/** Whether the titles say that two names are not one person's: Mr Reed and Ms Reed. */
export function titlesDiffer(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map(
    (name) => /^\p{L}+/u.exec(name.trim().toLocaleLowerCase('en-GB'))?.[0],
  );
  return (MEN.has(a) && WOMEN.has(b)) || (WOMEN.has(a) && MEN.has(b));
}

/** A name folded for comparing, so that a person is not entered twice under two spellings; never empty for a name. */
export const staffNameKey = (name: string): string =>
  wordsOf(name).join(' ') || name.trim().toLocaleLowerCase('en-GB');

/**
 * Whether two names may be the same person's: the same surname, and forenames that do not contradict each other ("Ms
 * Reed", "J. Reed", "Jane Reed"), or the same words in another order.
 */
export function mayBeSamePerson(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return false;
  if (a.toSorted().join(' ') === b.toSorted().join(' ')) return true;
  if (a.at(-1) !== b.at(-1)) return false;
  const [first, second] = [a.length > 1 ? a[0] : undefined, b.length > 1 ? b[0] : undefined];
  if (first === undefined || second === undefined) return true;
  return first.length > 1 && second.length > 1 ? first === second : first[0] === second[0];
}
