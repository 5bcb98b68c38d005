import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import type { FileProblem } from '#shared/kernel/result.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import type { GridDocument } from '../../exchange/grid-document.ts';
import { receivedGrid } from '../../exchange/received-grid.ts';
import { keepGrid, type GridArrival, type KeptGrid } from '../../storage/repositories/risk-grids.ts';
import type { AuditNote, Context } from '../context.ts';
import { expectedSchools, type ExpectedSchool } from '../expected-schools.ts';
import type { ReadGridFile } from './read-grid-files.ts';

/** What became of a file. */
export type GridOutcome = OperationOutput<'authority.import-grids'>['files'][number];

/** The most names in one row of the audit trail; how many there were is said in any case. */
const NAMED = 100;

/** Writes what was read of some files in one transaction, and says what became of each, in their order. */
export async function keepGrids(
  context: Context,
  files: readonly ReadGridFile[],
): Promise<readonly GridOutcome[]> {
  const result = await context.change(async (db) => {
    const known = await expectedSchools(db, context.nationalSchools);
    const outcomes: GridOutcome[] = [];
    const audit: AuditNote[] = [];
    for (const { name, read } of files) {
      if (!read.ok) {
        const { message, problems = [] } = read.error;
        outcomes.push({ fileName: name, outcome: 'refused', message, problems: [...problems] });
        continue;
      }
      const { document, sha256, warnings } = read.value;
      const school = known.get(document.laEstab);
      const arrival = receivedGrid(document, {
        id: context.newId(),
        schoolName: school?.name ?? document.schoolName,
        fileName: name,
        sha256,
        receivedBy: context.session.userName,
        receivedAt: context.clock.now(),
      });
      const kept = await keepGrid(db, arrival);
      outcomes.push(outcomeOf(arrival, kept, [...warnings, ...unknown(document, school)]));
      if (kept.outcome === 'imported' || kept.outcome === 'replaced') audit.push(noteOf(arrival, kept));
    }
    return { ok: true, value: { value: outcomes, audit: [...audit, ...notTaken(outcomes)] } };
  });
  // Nothing in there refuses.
  return result.ok ? result.value : [];
}

const outcomeOf = (
  { grid, rows }: GridArrival,
  { outcome, other }: KeptGrid,
  problems: readonly FileProblem[],
): GridOutcome => ({
  fileName: grid.fileName,
  outcome,
  school: { laEstab: grid.laEstab, name: grid.schoolName },
  period: `${termWords(grid.term)} ${formatSchoolYear(grid.schoolYear)}`,
  pupils: new Set(rows.map(({ upn }) => upn)).size,
  message: MESSAGES[outcome](other?.fileName ?? ''),
  problems: [...problems],
});

const MESSAGES: Readonly<Record<KeptGrid['outcome'], (other: string) => string>> = {
  imported: () => 'Imported.',
  replaced: (other) => `Imported in place of ${other}, which was made before it.`,
  older: (other) => `Left out: ${other}, which was made later, is here for this school and term.`,
  duplicate: (other) => `Left out: the same file is here already, as ${other}.`,
};

const unknown = ({ laEstab }: GridDocument, school: ExpectedSchool | undefined): readonly FileProblem[] =>
  school !== undefined
    ? []
    : [
        {
          severity: 'warning',
          element: 'School number',
          value: laEstab,
          message: 'This school is not among those of the authority that are known here.',
          remedy: 'Check the number with the school. A school opened lately may be missing from the list.',
        },
      ];

const noteOf = ({ grid, rows }: GridArrival, { outcome }: KeptGrid): AuditNote => ({
  subjectType: 'risk-grid',
  subjectId: grid.id,
  detail: {
    fileName: grid.fileName,
    sha256: grid.sha256,
    laEstab: grid.laEstab,
    term: `${grid.term} ${String(grid.schoolYear)}`,
    rows: rows.length,
    outcome,
  },
});

/** One row for the files that nothing was taken of: that they came is told too. */
function notTaken(outcomes: readonly GridOutcome[]): readonly AuditNote[] {
  const left = outcomes.filter(({ outcome }) => outcome !== 'imported' && outcome !== 'replaced');
  if (left.length === 0) return [];
  const files = left.slice(0, NAMED).map(({ fileName, outcome }) => ({ fileName, outcome }));
  return [{ subjectType: 'received-files', subjectId: 'not-taken', detail: { count: left.length, files } }];
}
