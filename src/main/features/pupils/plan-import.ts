import type { OperationOutput } from '#shared/contract/contract.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { PupilChange } from '#shared/text/pupil-words.ts';
import type { ImportProblem } from '../../exchange/file-problems.ts';
import type { PupilRecord } from '../../storage/repositories/pupils.ts';
import type { JobReporter } from '../context.ts';
import { checkLetterWarning, checkPupilDates } from './check-pupil.ts';
import { matchPupils } from './match-pupil.ts';
import { mergePupil, newPupil } from './merge-pupil.ts';
import { READING_SHARE, type PupilFileContent } from './read-pupil-file.ts';

type Preview = OperationOutput<'pupils.preview-import'>;
export type ImportRow = Preview['rows'][number];

export interface PupilUpdate {
  readonly after: PupilRecord;
  readonly changes: readonly PupilChange[];
}

/** What importing a file would do: shown as the dry run, and then done. */
export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  readonly counts: Preview['counts'];
  readonly added: readonly PupilRecord[];
  readonly changed: readonly PupilUpdate[];
  /** Warnings that belong to no one pupil. */
  readonly problems: readonly ImportProblem[];
  /** Why the refused pupils are refused. */
  readonly errors: readonly ImportProblem[];
  /** Pupils whose UPN is new to the roll and has a wrong check letter. */
  readonly checkLetters: number;
}

interface PlanInput {
  readonly content: PupilFileContent;
  readonly roll: readonly PupilRecord[];
  readonly schoolId: string;
  readonly today: IsoDate;
  readonly now: string;
  readonly newId: () => string;
  readonly job: JobReporter;
}

/** The share of the whole work, by time, after reading and comparing. */
export const COMPARED_SHARE = 0.5;

const REPORT_EVERY = 100;

/** Compares the pupils of a file with the roll, one by one; writes nothing. */
export function planImport(input: PlanInput): ImportPlan {
  const { content, roll, schoolId, today, now, newId, job } = input;
  const { pupils, elementOf } = content;
  const match = matchPupils(roll, elementOf);
  const knownUpns = new Set(roll.map(({ upn }) => upn));
  const ownWarnings = warningsByPupil(content);
  const rows: ImportRow[] = [];
  const added: PupilRecord[] = [];
  const changed: PupilUpdate[] = [];
  const errors: ImportProblem[] = [];
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  let checkLetters = 0;

  for (const [index, pupil] of pupils.entries()) {
    if (index % REPORT_EVERY === 0) {
      job.checkCancelled();
      const done = `${index.toLocaleString('en-GB')} of ${pupils.length.toLocaleString('en-GB')}`;
      job.progress(
        READING_SHARE + (COMPARED_SHARE - READING_SHARE) * (index / pupils.length),
        `Comparing with the roll: ${done} pupils`,
      );
    }
    const { line } = pupil;
    const matched = match(pupil);
    const onRoll = matched.onRoll;
    const { after, changes } = onRoll
      ? mergePupil(onRoll, pupil, { keepUpn: matched.byOldUpn, at: now })
      : { after: newPupil(pupil, { id: newId(), schoolId, at: now }), changes: [] };
    const letter = knownUpns.has(after.upn) ? undefined : checkLetterWarning(after.upn, { line, elementOf });
    if (letter !== undefined) checkLetters += 1;
    const problems = [
      ...matched.problems,
      ...checkPupilDates(after, { line, today, elementOf }),
      ...(letter === undefined ? [] : [letter]),
      ...(ownWarnings.get(line) ?? []),
    ];
    const outcome = outcomeOf(problems, onRoll !== undefined, changes.length);
    counts[outcome] += 1;
    errors.push(...problems.filter(({ severity }) => severity === 'error'));
    if (outcome === 'new') added.push(after);
    if (outcome === 'changed') changed.push({ after, changes });
    rows.push({
      line,
      upn: pupil.upn,
      name: `${pupil.surname}, ${pupil.forename}`,
      outcome,
      changes: [...changes],
      problems,
    });
  }
  return { rows, counts, added, changed, problems: ownWarnings.get(undefined) ?? [], errors, checkLetters };
}

function outcomeOf(
  problems: readonly ImportProblem[],
  onRoll: boolean,
  changes: number,
): ImportRow['outcome'] {
  if (problems.some(({ severity }) => severity === 'error')) return 'refused';
  if (!onRoll) return 'new';
  return changes > 0 ? 'changed' : 'unchanged';
}

/**
 * The reader's warnings by the line of the pupil they belong to: the last one to begin at or before the warning's
 * line. Check letters are left out, because the plan judges them against the roll.
 */
function warningsByPupil({
  pupils,
  warnings,
}: PupilFileContent): ReadonlyMap<number | undefined, readonly ImportProblem[]> {
  const found = new Map<number | undefined, ImportProblem[]>();
  for (const warning of warnings) {
    if (warning.code === 'upn-check-letter') continue;
    const { line: at } = warning;
    const owner =
      at === undefined || warning.code === 'encoding' ? undefined : pupils.findLast(({ line }) => line <= at);
    const known = found.get(owner?.line);
    if (known === undefined) found.set(owner?.line, [warning]);
    else known.push(warning);
  }
  return found;
}
