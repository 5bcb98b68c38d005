import { dropUndefined } from './drop-undefined.ts';
import { readExplanations } from './explanations-text.ts';
import type { ProblemList } from './file-problems.ts';
import { readFreeMeals } from './free-meals.ts';
import type { PupilField } from './imported-pupil.ts';
import type { RawField } from './pupil-check.ts';
import { checkPupil } from './pupil-check.ts';
import { readTruth } from './pupil-values.ts';
import type { ReadDate } from './read-date.ts';
import { checkExclusion } from './return-check.ts';
import type { ReturnColumn } from './return-csv-columns.ts';
import { readExtra } from './return-csv-extra.ts';
import type { CellReader } from './return-csv-head.ts';
import type { ReturnExclusion, ReturnPupil } from './return-document.ts';
import { trimmed } from './return-field-checks.ts';

const PUPIL_COLUMNS: Readonly<Partial<Record<PupilField, ReturnColumn>>> = {
  upn: 'upn',
  formerUpn: 'former_upn',
  surname: 'surname',
  forename: 'forename',
  sex: 'sex',
  dob: 'dob',
  ncYear: 'nc_year_actual',
  enrolStatus: 'enrol_status',
  entryDate: 'entry_date',
  leavingDate: 'leaving_date',
  senProvision: 'pupil_sen_provision',
  ethnicity: 'ethnicity',
};

interface RowPlace {
  readonly line: number;
  readonly readDate: (text: string) => ReadDate;
}

type RowPupil = Omit<ReturnPupil, 'exclusions'>;

/** The pupil of one row; undefined, with errors listed, when it cannot be told who it is. */
export function readRowPupil(
  cell: CellReader,
  { line, readDate }: RowPlace,
  problems: ProblemList,
): RowPupil | undefined {
  const field = (name: PupilField): RawField => {
    const column = PUPIL_COLUMNS[name];
    return column === undefined ? { text: undefined, line, element: name } : cell(column);
  };
  const pupil = checkPupil({ line, field, readDate }, problems);
  const onRoll = cell('on_roll');
  // The column may be missing from a file of the 35 first columns: then the pupil counts as on roll.
  const stillHere = trimmed(onRoll) === '' ? true : readTruth(trimmed(onRoll));
  if (stillHere === undefined) {
    problems.error({
      line,
      element: onRoll.element,
      value: onRoll.text,
      message: 'This must be true or false.',
      remedy: 'Ask the school to make the return again.',
    });
  }
  const fsm = readFreeMeals(cell('fsm_eligible'), problems);
  if (pupil === undefined || stillHere === undefined) return undefined;
  const { line: _, ...identity } = pupil;
  return dropUndefined({ ...identity, fsm, onRoll: stillHere });
}

/** The exclusion of one row; undefined, with errors listed, when it cannot be relied on. */
export function readRowExclusion(
  cell: CellReader,
  { line, readDate, hasDays }: RowPlace & { readonly hasDays: boolean },
  problems: ProblemList,
): ReturnExclusion | undefined {
  const checked = checkExclusion(
    {
      line,
      readDate,
      category: cell('category'),
      reasons: [cell('reason_1'), cell('reason_2'), cell('reason_3')],
      startDate: cell('start_date'),
      sessions: cell('sessions'),
      ...(hasDays ? { days: cell('days') } : {}),
      inCare: cell('in_care'),
      senProvision: cell('sen_provision'),
    },
    problems,
  );
  const extra = readExtra(cell, readDate, problems);
  const explanations = readRowExplanations(cell('explanations'), problems);
  return checked === undefined ? undefined : dropUndefined({ ...checked, extra, explanations });
}

function readRowExplanations(at: RawField, problems: ProblemList): ReturnExclusion['explanations'] {
  if (trimmed(at) === '') return undefined;
  const explanations = readExplanations(trimmed(at));
  if (explanations === undefined) {
    problems.error({
      line: at.line,
      element: at.element,
      value: at.text,
      message: 'These are not explanations: each line must begin with the number of a check, once.',
      remedy: 'Write them as “X10: the governors met on 3 March”, a line for each, or leave the cell empty.',
    });
  }
  return explanations;
}

/** Two pupils with one UPN refuse the file; other parts that differ from row to row are told, and the first row's kept. */
export function checkSamePupil(
  known: { readonly line: number; readonly pupil: RowPupil },
  pupil: RowPupil,
  at: RawField,
  problems: ProblemList,
): void {
  if (known.pupil === pupil) return;
  const { surname, forename, dob } = known.pupil;
  const place = { line: at.line, element: at.element, value: pupil.upn };
  if (pupil.surname !== surname || pupil.forename !== forename || pupil.dob !== dob) {
    problems.error({
      ...place,
      message: `This UPN belongs to a pupil with another name or date of birth on line ${String(known.line)}.`,
      remedy: 'Two pupils cannot share a UPN. The school must correct it and send the return again.',
    });
  } else if (JSON.stringify(known.pupil) !== JSON.stringify(pupil)) {
    problems.warning({
      ...place,
      message: `The row says other things of this pupil than the one on line ${String(known.line)}.`,
      remedy: 'What the first row says was kept. Ask the school if the figure matters.',
    });
  }
}
