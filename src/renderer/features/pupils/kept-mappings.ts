/** Column headings by part of a pupil. */
export type Mapping = Readonly<Record<string, string>>;

const KEY = 'first-day-pupil-columns';

/** Files with other headings than these many last ones are mapped afresh. */
const MOST = 20;

type Kept = readonly (readonly [signature: string, mapping: Mapping])[];

/** Files with the same headings are mapped alike, whatever their order of rows or their name. */
const signatureOf = (columns: readonly string[]): string =>
  columns.map((column) => column.trim().toLowerCase()).join('\u001f');

function readKept(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is Kept[number] {
  if (!Array.isArray(entry)) return false;
  const [signature, mapping] = entry as readonly unknown[];
  return (
    typeof signature === 'string' &&
    typeof mapping === 'object' &&
    mapping !== null &&
    Object.values(mapping).every((heading) => typeof heading === 'string')
  );
}

/** How somebody mapped these columns on this PC before; headings only, never a pupil's data. */
export function keptMapping(columns: readonly string[]): Mapping | undefined {
  const signature = signatureOf(columns);
  const found = readKept().find(([kept]) => kept === signature)?.[1];
  // Headings that differ in capitals share a signature but are looked up as written.
  return found && Object.values(found).every((heading) => columns.includes(heading)) ? found : undefined;
}

/** Keeps a mapping that worked, for the next file with these columns. */
export function keepMapping(columns: readonly string[], mapping: Mapping): void {
  const signature = signatureOf(columns);
  const others = readKept().filter(([kept]) => kept !== signature);
  localStorage.setItem(KEY, JSON.stringify([[signature, mapping], ...others].slice(0, MOST)));
}
