/**
 * JSON with the keys of every object in order and nothing undefined: the same value gives the same text, whichever
 * engine kept it. Throws for what is not JSON (a circular value, a BigInt).
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value) ?? null);

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if (value instanceof Date) return value.toISOString();
  const entries = Object.entries(value);
  // Most details are flat and short: sorting a list of one or two is quicker than asking whether it must be.
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
