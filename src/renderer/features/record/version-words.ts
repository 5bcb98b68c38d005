import { formatDate, formatSession } from '#shared/domain/calendar/format-date.ts';
import { formatLength } from '#shared/text/exclusion-words.ts';
import type { DraftPart } from './draft-versions.ts';
import { startOf, type RecordForm } from './form-state.ts';

export const PART_LABELS: Readonly<Record<DraftPart, string>> = {
  pupil: 'Pupil',
  kind: 'Kind and length',
  incidentOn: 'Day of the incident',
  incidentAt: 'Time of the incident',
  incidentPlace: 'Place of the incident',
  incidentLesson: 'Lesson of the incident',
  incidentAccount: 'What happened',
  start: 'Starts',
  reasons: 'Reasons',
  decidedBy: 'Decided by',
  decidedOn: 'Decided on',
  follows: 'Follows',
};

const KINDS = {
  'fixed-period': 'For a fixed period',
  permanent: 'Permanent',
  lunchtime: 'Lunchtimes',
} as const;

/** What a part of a form says; empty where nothing was entered. */
export function partText(part: DraftPart, form: RecordForm): string {
  const start = startOf(form);
  switch (part) {
    case 'pupil':
      return form.pupil?.name ?? '';
    case 'kind':
      return [KINDS[form.kind], spanText(form)].filter((text) => text !== '').join(', ');
    case 'start':
      return start === undefined
        ? ''
        : form.kind === 'lunchtime'
          ? formatDate(start.date)
          : formatSession(start);
    case 'incidentOn':
    case 'decidedOn':
      return dayText(form[part]);
    case 'reasons':
      return form.reasons.join(', ');
    case 'follows':
      return form.follows?.title ?? '';
    default:
      return form[part];
  }
}

const dayText = (date: string | null): string => (date === null ? '' : formatDate(date));

function spanText({ kind, lengthBy, length, endDate, endSlot }: RecordForm): string {
  if (kind === 'permanent') return '';
  if (lengthBy === 'end')
    return endDate === null ? '' : `until ${formatSession({ date: endDate, slot: endSlot })}`;
  if (length === null) return '';
  return formatLength(kind, kind === 'lunchtime' ? length : length * 2);
}
