import type { OperationOutput } from '#shared/contract/contract.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { lengthProblem, type RecordForm } from './form-state.ts';

export type Preview = OperationOutput<'exclusions.preview'>;

/** Fields in the order of the page; errors are listed in it. */
const FIELDS = [
  'pupilId',
  'kind',
  'incidentOn',
  'incidentAt',
  'incidentPlace',
  'incidentLesson',
  'incidentAccount',
  'startDate',
  'startSlot',
  'halfDays',
  'end',
  'reasons',
  'decidedBy',
  'decidedOn',
] as const;

type Field = (typeof FIELDS)[number];

/** What concerns no field of its own is said at the start, where the case begins. */
const placeOf = (field: string | undefined): Field => FIELDS.find((known) => known === field) ?? 'startDate';

/** True when somebody has put something in the field: only then is it judged before the case is checked. */
function isFilled(form: RecordForm, field: string): boolean {
  switch (field) {
    case 'pupilId':
      return form.pupil !== null;
    case 'incidentOn':
      return form.incidentOn !== null;
    case 'startDate':
    case 'startSlot':
      return form.startDate !== null;
    case 'halfDays':
      return form.length !== null;
    case 'end':
      return form.endDate !== null;
    case 'reasons':
      return form.reasons.length > 0;
    case 'decidedBy':
      return form.decidedBy.trim() !== '';
    default:
      return true;
  }
}

/**
 * The errors that stand in the way, one a field, in the order of the page. `preview` may be missing while no pupil is
 * chosen. Until the case has been checked once, fields that nobody has filled in yet are left alone.
 */
export function errorsOf(
  form: RecordForm,
  preview: Pick<Preview, 'problems'> | undefined,
  checked: boolean,
): readonly FieldError[] {
  const ownLength = lengthProblem(form);
  const found: FieldError[] = [
    ...(form.pupil === null
      ? [{ path: 'pupilId', message: 'Choose the pupil: type a name, form or UPN.' }]
      : []),
    ...(ownLength === undefined ? [] : [{ path: 'halfDays', message: ownLength }]),
    ...(preview?.problems ?? [])
      .filter(({ severity }) => severity === 'error')
      .map(({ field, message }) => ({ path: placeOf(field), message })),
  ];
  return FIELDS.flatMap((path) => {
    if (!checked && !isFilled(form, path)) return [];
    return found.find((error) => error.path === path) ?? [];
  });
}

/** Errors by field, for the fields themselves. */
export const byField = (errors: readonly FieldError[]): Readonly<Record<string, string>> =>
  Object.fromEntries(errors.map(({ path, message }) => [path, message]));
