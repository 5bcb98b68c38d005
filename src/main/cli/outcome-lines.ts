import type { OperationOutput } from '#shared/contract/contract.ts';
import { countsWords, outcomeWords } from '#shared/text/return-words.ts';
import { terminalLine } from './terminal-text.ts';

type Returned = OperationOutput<'authority.import'>['files'][number];

/** Of a return, or of a grid: that has no counts. */
type File = Pick<Returned, 'fileName' | 'outcome' | 'school' | 'period' | 'counts' | 'message' | 'problems'>;

/** What became of a file, in a line, and its problems below. */
export function outcomeLines({ fileName, outcome, school, period, counts, message, problems }: File): string {
  const what = [
    ...(school ? [`${school.laEstab} ${school.name}`] : []),
    ...(period === undefined ? [] : [period]),
    ...(counts ? [countsWords(counts)] : []),
  ];
  const said = outcome === 'imported' ? [] : [message];
  const lines = [
    [`${outcomeWords(outcome)}: ${fileName}`, what.join(', '), ...said]
      .filter((part) => part !== '')
      .join('. '),
  ];
  for (const { severity, line, element, value, rule, message: why, remedy } of problems) {
    const place = [
      ...(line === undefined ? [] : [`line ${line}`]),
      ...(element === undefined ? [] : [element]),
      ...(value === undefined ? [] : [`“${value}”`]),
      ...(rule === undefined ? [] : [rule]),
    ].join(', ');
    lines.push(
      `  ${severity === 'error' ? 'problem' : 'remark'}${place === '' ? '' : ` (${place})`}: ${why} ${remedy}`,
    );
  }
  return `${lines.map(terminalLine).join('\n')}\n`;
}
