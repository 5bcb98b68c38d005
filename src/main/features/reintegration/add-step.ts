import type { ParsedInput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { PART_TIME_WEEKS, partTimeWeeks } from '#shared/domain/reintegration/part-time-weeks.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayLongPartTime } from '#shared/text/reintegration-words.ts';
import { insertStep, readSteps, type ReintegrationStep } from '../../storage/repositories/reintegrations.ts';
import type { Handler } from '../context.ts';
import { openReturnToWrite, type OpenReturn } from './open-return.ts';

type Input = ParsedInput<'reintegration.add-step'>;

/** What is agreed at a return is for this school year or so. */
const AHEAD_DAYS = 400;

/** Agrees something for after the return. A part-time return has a last day, and past six weeks a reason. */
export const addStep: Handler<'reintegration.add-step'> = (context, input) =>
  context.change(async (db) => {
    const opened = await openReturnToWrite(db, context, input.exclusionId);
    if (!opened.ok) return opened;
    const days = checkDay(input, context.clock.today(), opened.value);
    if (!days.ok) return days;
    const there = await readSteps(db, input.exclusionId);
    const partTime = input.kind === 'part-time' ? checkPartTime(input, opened.value, there) : undefined;
    if (partTime?.ok === false) return partTime;
    const said = [input.detail ?? '', partTime?.value ?? ''].filter((text) => text !== '').join('\n');
    if (input.kind === 'other' && said === '') return wrong('detail', 'Enter what was agreed.');
    const step: ReintegrationStep = {
      id: context.newId(),
      exclusionId: input.exclusionId,
      kind: input.kind,
      who: input.who,
      fromDate: input.kind === 'part-time' ? (input.from ?? null) : null,
      dueOn: input.dueOn,
      detail: said === '' ? null : said,
      doneOn: null,
      outcome: null,
      version: 1,
    };
    await insertStep(db, step);
    return {
      ok: true,
      value: {
        value: { stepId: step.id },
        audit: {
          subjectType: 'exclusion',
          subjectId: input.exclusionId,
          detail: { title: opened.value.title, step: { before: null, after: step } },
        },
      },
    };
  });

const wrong = (path: string, message: string): Result<never> =>
  refuse('invalid-input', `${message} Nothing was changed.`, { fields: [{ path, message }] });

function checkDay(
  { dueOn, kind }: Input,
  today: IsoDate,
  { exclusion, firstDayBack }: OpenReturn,
): Result<true> {
  const first = (kind === 'part-time' ? firstDayBack : undefined) ?? exclusion.startDate ?? today;
  if (dueOn < first) {
    return wrong('dueOn', `Enter a day from ${formatDate(first)} on.`);
  }
  return dueOn > addDays(today, AHEAD_DAYS)
    ? wrong('dueOn', 'This day is too far ahead. Check the month and year.')
    : { ok: true, value: true };
}

/** Gives the words of the reason, where one is needed. */
function checkPartTime(
  { from, dueOn, reason = '' }: Input,
  { firstDayBack }: OpenReturn,
  there: readonly ReintegrationStep[],
): Result<string> {
  if (from === undefined) return wrong('from', 'Enter the first day of the part-time return.');
  if (firstDayBack !== undefined && from < firstDayBack) {
    return wrong('from', `The pupil is back on ${formatDate(firstDayBack)}. Enter that day or a later one.`);
  }
  if (dueOn < from) return wrong('dueOn', `Enter a day from ${formatDate(from)} on.`);
  const earlier = there.flatMap(({ fromDate, dueOn: to }) =>
    fromDate === null ? [] : [{ from: fromDate, to }],
  );
  const weeks = partTimeWeeks([...earlier, { from, to: dueOn }]);
  if (weeks <= PART_TIME_WEEKS) return { ok: true, value: '' };
  if (reason !== '') return { ok: true, value: sayLongPartTime(reason) };
  return wrong(
    'reason',
    `The part-time return of this case would take ${String(weeks)} weeks. Past ${String(PART_TIME_WEEKS)} weeks enter why, or choose an earlier last day.`,
  );
}
