import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { EducationDue, EducationStart } from '#shared/domain/exclusions/types.ts';
import type { Preview } from './draft.ts';

const countedDay = ({ day }: EducationStart, joined: boolean): string =>
  joined ? `day ${String(day)} out, the days just before counted in` : `day ${String(day)} out`;

/** The days education must start by law and by the area's promise, each with its sentence. */
export function educationWords({ law, promise, run }: EducationDue): Preview['educationDue'] {
  const joined = run.length > 1;
  return {
    ...(law === undefined
      ? {}
      : {
          law: {
            date: law.date,
            text: `Full-time education must start by ${formatDate(law.date)}: ${countedDay(law, joined)}.`,
          },
        }),
    ...(promise === undefined
      ? {}
      : {
          promise: {
            date: promise.date,
            text: `The area promises a place from ${formatDate(promise.date)}: ${countedDay(promise, joined)}.`,
          },
        }),
  };
}
