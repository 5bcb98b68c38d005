import { checkSessionTimes, type SessionTime } from '#shared/domain/calendar/check-session-times.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { headTitle } from '#shared/text/head-words.ts';
import { calmName } from './calm-name.ts';

/** A school of the national list, as `schools.search` gives it. */
export type Hit = OperationOutput<'schools.search'>['hits'][number];

export type Phase = Hit['phase'];

/** The school while it is being entered. */
export interface SchoolDraft {
  readonly laEstab: string;
  readonly urn: string;
  readonly name: string;
  readonly phase: Phase;
  /** The head teacher in office: only they, or who acts for them, decide. */
  readonly headName: string;
}

export const NO_SCHOOL: SchoolDraft = { laEstab: '', urn: '', name: '', phase: 'secondary', headName: '' };

/** The times of the school day most schools are near to, to be corrected. */
export const USUAL_TIMES: readonly SessionTime[] = [
  { slot: 'am', starts: '08:45', ends: '12:15' },
  { slot: 'pm', starts: '13:05', ends: '15:15' },
];

export const phaseNames: Readonly<Record<Phase, string>> = {
  nursery: 'Nursery',
  primary: 'Primary',
  secondary: 'Secondary',
  special: 'Special',
  pru: 'Pupil referral unit or alternative provision',
  'all-through': 'All-through',
  unknown: 'Other',
};

/** What the list says of a school. */
export const schoolOf = ({ laEstab, urn, name, phase }: Hit): Omit<SchoolDraft, 'headName'> => ({
  laEstab,
  urn: urn ?? '',
  name: calmName(name),
  phase,
});

/** A DfE number as people write it (873/4001, 873 4001) in its seven digits. */
export const plainNumber = (typed: string): string => typed.replaceAll(/[\s/-]/g, '');

/** "873/4001": a DfE number as people read it. */
export const formatNumber = (laEstab: string): string =>
  /^\d{7}$/.test(laEstab) ? `${laEstab.slice(0, 3)}/${laEstab.slice(3)}` : laEstab;

export function schoolProblems({ laEstab, urn, name, phase, headName }: SchoolDraft): FieldError[] {
  if (laEstab.trim() === '' && name.trim() === '') {
    return [{ path: 'find', message: 'Find your school in the list, or enter it by hand.' }];
  }
  return [
    ...(name.trim() === '' ? [{ path: 'school.name', message: 'Enter the school’s name.' }] : []),
    ...(/^\d{7}$/.test(plainNumber(laEstab))
      ? []
      : [
          {
            path: 'school.laEstab',
            message: 'Enter the DfE number in 7 digits: 3 for the authority, 4 for the school.',
          },
        ]),
    ...(urn.trim() === '' || /^\d{5,6}$/.test(urn.trim())
      ? []
      : [{ path: 'school.urn', message: 'Enter the URN in 5 or 6 digits, or leave it empty.' }]),
    ...(headName.trim() === ''
      ? [{ path: 'headName', message: `Enter the ${headTitle(phase).toLowerCase()}’s name.` }]
      : []),
  ];
}

export function dayProblems(times: readonly SessionTime[]): FieldError[] {
  const missing = times.flatMap(({ slot, starts, ends }, at) => [
    ...(starts === '' ? [{ path: `sessionTimes.${at}.starts`, message: `Enter when ${slot} starts.` }] : []),
    ...(ends === '' ? [{ path: `sessionTimes.${at}.ends`, message: `Enter when ${slot} ends.` }] : []),
  ]);
  return missing.length > 0 ? missing : checkSessionTimes(times);
}
