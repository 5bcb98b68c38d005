import type { SchoolYear, TermName } from '#shared/domain/calendar/types.ts';
import type { GridCriteria, RiskLevel } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';

/** An entry of the register in a grid: who, why, since when, with whom, what was done, signed off when and why. */
export interface GridRow {
  readonly upn: string;
  readonly name: string;
  readonly ncYear?: string | undefined;
  /** Letters. */
  readonly categories: readonly string[];
  readonly level?: RiskLevel | undefined;
  readonly why: readonly string[];
  readonly since: IsoDate;
  readonly keyWorker?: { readonly name: string; readonly role: string } | undefined;
  readonly done?: string | undefined;
  readonly reviewOn?: IsoDate | undefined;
  readonly signedOff?: { readonly on: IsoDate; readonly why: string } | undefined;
}

/** The grid of a school's pupils at risk in a term, as it goes to the authority. */
export interface GridDocument {
  /** Seven figures. */
  readonly laEstab: string;
  readonly schoolName: string;
  readonly schoolYear: SchoolYear;
  readonly term: TermName;
  /** `YYYY-MM-DDTHH:MM:SS`; of two grids of a term the later one counts. */
  readonly madeAt: string;
  readonly pupilsOnRoll: number;
  readonly criteria: GridCriteria;
  readonly rows: readonly GridRow[];
}

/** Between the reasons in one cell. */
export const BETWEEN_REASONS = '; ';

/** What a cell holds of a text: on one line, without space at its ends. */
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** A reason in a list of them: what parts the list may not stand in it. */
const oneReason = (text: string): string =>
  oneLine(text)
    .replaceAll('; ', ', ')
    .replace(/[;\s]+$/u, '');

/**
 * The document as a file of it says it, so that what is read is what was written: texts on one line, a reason without
 * the mark that stands between reasons, nothing where a text is empty.
 */
export function canonicalGrid(document: GridDocument): GridDocument {
  return {
    ...document,
    schoolName: oneLine(document.schoolName),
    rows: document.rows.map(({ ncYear, level, keyWorker, done, reviewOn, signedOff, ...row }) => ({
      ...row,
      name: oneLine(row.name),
      why: row.why.map(oneReason).filter((one) => one !== ''),
      ...(ncYear === undefined ? {} : { ncYear }),
      ...(level === undefined ? {} : { level }),
      ...(keyWorker === undefined || oneLine(keyWorker.name) === ''
        ? {}
        : { keyWorker: { name: oneLine(keyWorker.name), role: oneLine(keyWorker.role) } }),
      ...(done === undefined || oneLine(done) === '' ? {} : { done: oneLine(done) }),
      ...(reviewOn === undefined ? {} : { reviewOn }),
      ...(signedOff === undefined ? {} : { signedOff: { on: signedOff.on, why: oneLine(signedOff.why) } }),
    })),
  };
}
