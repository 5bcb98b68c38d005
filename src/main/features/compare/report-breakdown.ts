import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { groupMeasureWords, groupWords, HIDDEN_WORDS } from '#shared/text/group-words.ts';
import type { FigureReport } from '../../exchange/figure-report.ts';
import { BLANKS, hiddenOrNot, SOURCE } from './about-figures.ts';

/** Pupils, or exclusions, of a school year by group. */
export function breakdownReport(
  { group, measure }: Pick<ParsedInput<'authority.breakdown'>, 'group' | 'measure'>,
  shown: OperationOutput<'authority.breakdown'>,
): FigureReport {
  const year = shown.schoolYear === undefined ? '' : formatSchoolYear(shown.schoolYear);
  const { withheld, rows, total, n, blank } = shown;
  return {
    title: `${groupMeasureWords(measure)} by ${groupWords(group).toLowerCase()}, ${shown.name}, ${year}`,
    about: [
      ['n', `${n} schools whose year is whole; ${blank} others are left out.`],
      hiddenOrNot(shown.suppressed),
      [
        'Groups',
        'A pupil is in the group that the latest of the exclusions of the year says. An exclusion with several reasons is in each of them where every reason is counted.',
      ],
      BLANKS,
      SOURCE,
    ],
    tables: [
      {
        title: groupWords(group),
        columns: [{ header: groupWords(group) }, { header: groupMeasureWords(measure), numeric: true }],
        rows: [
          ...rows.map(({ words, value, hidden }) => [words, hidden || withheld ? HIDDEN_WORDS : value]),
          ['Total', total],
        ],
      },
    ],
  };
}
