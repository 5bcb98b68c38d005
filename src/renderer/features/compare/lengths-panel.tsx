import { useState } from 'react';
import type { ComparedPhase } from '#shared/domain/compare/types.ts';
import { figureWords, schoolsOfPhase } from '#shared/text/compare-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import type { ReasonLengths } from './types.ts';

interface Props {
  readonly phase: ComparedPhase;
  readonly from: number;
  readonly to: number;
}

type Lengths = Pick<ReasonLengths, 'n' | 'meanDays' | 'minDays' | 'maxDays'>;

const lengthColumns = <Row extends Lengths>(): readonly Column<Row>[] => [
  {
    key: 'n',
    header: 'Exclusions (n)',
    numeric: true,
    value: ({ n }) => n,
    render: ({ n }) => figureWords(n),
  },
  {
    key: 'mean',
    header: 'Mean days',
    numeric: true,
    value: ({ meanDays }) => meanDays,
    render: ({ meanDays }) => figureWords(meanDays, 1),
  },
  {
    key: 'range',
    header: 'Range',
    numeric: true,
    nowrap: true,
    value: ({ maxDays }) => maxDays,
    render: ({ minDays, maxDays }) =>
      minDays === maxDays ? figureWords(minDays) : `${figureWords(minDays)} to ${figureWords(maxDays)}`,
  },
];

/** A mean of fewer exclusions than this says little of a school. */
const FEWEST = 3;

/** "1.5 to 6.2 (n 14)": the least and greatest means among schools with enough exclusions to have one. */
function meansOf({ schools }: ReasonLengths): string {
  const means = schools.filter(({ n }) => n >= FEWEST).map(({ meanDays }) => meanDays);
  return means.length === 0
    ? ''
    : `${figureWords(Math.min(...means), 1)} to ${figureWords(Math.max(...means), 1)} (n ${figureWords(means.length)})`;
}

const REASONS: readonly Column<ReasonLengths>[] = [
  { key: 'reason', header: 'Main reason', width: '40%', value: ({ reason }) => reason },
  ...lengthColumns<ReasonLengths>(),
  { key: 'schools', header: 'Schools', numeric: true, value: ({ schools }) => schools.length },
  { key: 'means', header: 'Means of schools', numeric: true, nowrap: true, render: meansOf },
];

const SCHOOLS: readonly Column<ReasonLengths['schools'][number]>[] = [
  { key: 'name', header: 'School', width: '50%', value: ({ name }) => name },
  ...lengthColumns<ReasonLengths['schools'][number]>(),
];

/** Like incidents, like lengths? A reason opens the schools that excluded for it. */
export function LengthsPanel({ phase, from, to }: Props) {
  const query = useOperation('authority.compare-lengths', { phase, from, to }, { keepPrevious: true });
  const [opened, setOpened] = useState<string>();
  return (
    <Loaded query={query} what="the lengths">
      {({ reasons }) => {
        const reason = reasons.find(({ code }) => code === opened);
        return reason ? (
          <Panel
            title={reason.reason}
            context={`${plural(reason.schools.length, 'school')}, the longest mean first; a mean of few exclusions says little`}
            actions={
              <Button size="small" onClick={() => setOpened(undefined)}>
                All reasons
              </Button>
            }
            flush
          >
            <DataTable
              caption={`Length of exclusions for ${reason.reason}, by school`}
              columns={SCHOOLS}
              rows={reason.schools}
              rowKey={({ laEstab }) => laEstab}
              maxHeight="calc(100vh - 380px)"
              empty={null}
            />
          </Panel>
        ) : (
          <Panel
            title="Length by main reason"
            context={`Fixed-period exclusions of ${schoolsOfPhase(phase)}, in school days. Means of schools are those with ${FEWEST} exclusions or more for the reason. Open a reason for its schools.`}
            flush
          >
            <DataTable
              caption="Length of exclusions by main reason; open one for its schools"
              columns={REASONS}
              rows={reasons}
              rowKey={({ code }) => code}
              onOpen={({ code }) => setOpened(code)}
              maxHeight="calc(100vh - 380px)"
              empty={
                <EmptyState icon={DoneIcon} title="None in these years">
                  No fixed-period exclusion with a length was returned for these years.
                </EmptyState>
              }
            />
          </Panel>
        );
      }}
    </Loaded>
  );
}
