import type { OperationOutput } from '#shared/contract/contract.ts';
import { sayConferenceExclusion, sayCriterion, sayMet } from '#shared/text/conference-words.ts';
import { csvList } from './csv-list.ts';

const HEADINGS = [
  'UPN',
  'Surname',
  'Forename',
  'Year group',
  'Schools',
  'Criteria met',
  'Days this term',
  'Days this school year',
  'Exclusions this school year',
  'Permanent exclusions',
  'Exclusions without a length',
  'Exclusions',
  'As of',
];

/** Writes the list for the case conference as CSV, one row a pupil, in the order of the list. */
export const writeConferenceCsv = ({
  pupils,
  asOf,
  limitDays,
}: Pick<OperationOutput<'authority.conference'>, 'pupils' | 'asOf' | 'limitDays'>): string =>
  csvList(
    HEADINGS,
    pupils.map(({ upn, surname, forename, ncYear, schools, met, figures, exclusions }) => [
      upn,
      surname,
      forename,
      ncYear ?? '',
      schools.join('; '),
      met.map((one) => `${sayCriterion(one.criterion, limitDays)}: ${sayMet(one)}`).join('; '),
      String(figures.daysTerm),
      String(figures.daysYear),
      String(figures.times),
      String(figures.permanent),
      String(figures.withoutLength),
      exclusions.map((one) => `${one.startDate} ${sayConferenceExclusion(one)}`).join('; '),
      asOf,
    ]),
  );
