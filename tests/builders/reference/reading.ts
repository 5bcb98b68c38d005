import type { ReturnDocument } from '#main/exchange/return-document.ts';

/** What a return says of its school, period and exclusions, a line each, by readers that share no code with ours. */
export type Reading = readonly string[];

export const line = (...parts: readonly (string | undefined)[]): string =>
  parts.map((part) => part ?? '').join('|');
export const upnOf = (text: string): string => text.replace(/\s/g, '').toUpperCase();
export const day = (text: string): string => text.slice(0, 10);

export const sessions = (category: string, count: string): string =>
  category === 'PERM' ? '' : String(Number(count));

/** The same lines of a document that our readers gave. */
export function readingOf({ school, period, pupils }: ReturnDocument): Reading {
  return [
    line(school.la + school.estab, period.term ?? '', String(period.year ?? '')),
    ...pupils
      .flatMap(({ upn, surname, forename, dob, onRoll, exclusions }) =>
        exclusions.map((one) =>
          line(
            upn,
            surname,
            forename,
            dob,
            String(onRoll),
            one.category,
            one.reasons.join(' '),
            one.startDate,
            one.sessions === undefined ? '' : String(one.sessions),
          ),
        ),
      )
      .toSorted(),
  ];
}
