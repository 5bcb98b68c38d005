import type { ReactNode } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { sayHandedOn, targetStateWords } from '#shared/text/transfer-words.ts';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './transfer.module.css';

type History = OperationOutput<'transfer.preview'>['history'];

/** What earlier schools handed on, in the order in which one asks: days, what helped, where, with whom. */
export function HandedOn({ history }: { readonly history: History }) {
  const { drawn } = useCurtain();
  // What was written about a pupil may name people.
  const written = (text: string) => (drawn ? '…' : text);
  const { exclusions, placements, courses, support, targets, referrals } = history;
  const empty = [exclusions, placements, courses, support, targets, referrals].every(
    ({ length }) => length === 0,
  );
  if (empty) return <Text muted>No exclusions, placements or support: the school has none on record.</Text>;
  return (
    <Stack gap={4}>
      <Part
        name="Exclusions"
        items={exclusions.map((one) => [
          sayHandedOn(one),
          [
            one.reasons.join('; '),
            one.whatWorked === undefined ? '' : `What worked: ${written(one.whatWorked)}`,
            atSchool(one),
          ],
        ])}
      />
      <Part
        name="Support"
        items={support.map((one) => [
          `At risk since ${formatDate(one.since)}, category ${one.categories.join(' and ')}${one.level === undefined ? '' : `, ${one.level.replace('-', ' ')}`}`,
          [
            one.why.join('; '),
            one.keyWorker === undefined
              ? ''
              : `Key worker: ${one.keyWorker}${one.keyWorkerRole === undefined ? '' : `, ${one.keyWorkerRole}`}`,
            one.signedOffOn === undefined
              ? ''
              : `Signed off on ${formatDate(one.signedOffOn)}: ${written(one.signedOffWhy ?? '')}`,
            atSchool(one),
          ],
        ])}
      />
      <Part
        name="Targets"
        items={targets.map((one) => [
          written(one.target),
          [capital(targetStateWords(one.state)), atSchool(one)],
        ])}
      />
      <Part
        name="Referrals"
        items={referrals.map((one) => [
          `${one.agency}, ${formatDate(one.on)}`,
          [
            `${capital(one.state)}${one.answer === undefined ? '' : `: ${written(one.answer)}`}`,
            atSchool(one),
          ],
        ])}
      />
      <Part
        name="Courses"
        items={courses.map((one) => [
          one.course,
          [`${String(one.done)} of ${plural(one.total, 'session')} done`, atSchool(one)],
        ])}
      />
      <Part
        name="Placements"
        items={placements.map((one) => [
          `${one.provider}, ${formatDate(one.from)}${one.to === one.from ? '' : ` to ${formatDate(one.to)}`}`,
          [
            `Attended ${String(one.attended)} of ${plural(one.sessions, 'session')}`,
            one.report === undefined ? '' : `Work: ${written(one.report.work)}`,
            one.report === undefined ? '' : `Behaviour: ${written(one.report.behaviour)}`,
            one.report === undefined ? '' : `Next steps: ${written(one.report.nextSteps)}`,
            atSchool(one),
          ],
        ])}
      />
    </Stack>
  );
}

const atSchool = ({ at }: { readonly at?: string | undefined }): string =>
  at === undefined ? '' : `At ${at}`;

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);

type Item = readonly [head: string, under: readonly string[]];

function Part({ name, items }: { readonly name: string; readonly items: readonly Item[] }): ReactNode {
  if (items.length === 0) return null;
  const rows = items.map(([head, under], at) => ({ head, under, key: `${name} ${String(at)}` }));
  return (
    <div>
      <div className={styles.name}>{name}</div>
      <ul className={styles.list} aria-label={name}>
        {rows.map(({ head, under, key }) => (
          <li key={key}>
            {head}
            {under
              .filter((line) => line !== '')
              .map((line) => (
                <span key={line} className={styles.under}>
                  {line}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
