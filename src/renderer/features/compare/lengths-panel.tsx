import { useState } from 'react';
import type { ComparedPhase } from '#shared/domain/compare/types.ts';
import { figureWords, schoolsOfPhase } from '#shared/text/compare-words.ts';
import { HIDDEN_NOTE, HIDDEN_WORDS } from '#shared/text/group-words.ts';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import type { ReasonLengths } from './types.ts';

interface Props {
  readonly phase: ComparedPhase;
  readonly from: number;
  readonly to: number;
  /** Whether figures of few pupils are hidden. */
  readonly suppressed: boolean;
  readonly onSuppress: (suppressed: boolean) => void;
}

/** Without figures where they are hidden. */
type Lengths = Partial<Pick<ReasonLengths, 'n' | 'meanDays' | 'minDays' | 'maxDays'>>;

const lengthColumns = <Row extends Lengths>(): readonly Column<Row>[] => [
  {
    key: 'n',
    header: 'Exclusions (n)',
    numeric: true,
    value: ({ n }) => n ?? -1,
    render: ({ n }) => (n === undefined ? HIDDEN_WORDS : figureWords(n)),
  },
  {
    key: 'mean',
    header: 'Mean days',
    numeric: true,
    value: ({ meanDays }) => meanDays ?? -1,
    render: ({ meanDays }) => (meanDays === undefined ? '' : figureWords(meanDays, 1)),
  },
  {
    key: 'range',
    header: 'Range',
    numeric: true,
    nowrap: true,
    value: ({ maxDays }) => maxDays ?? -1,
    render: ({ minDays, maxDays }) =>
      minDays === undefined || maxDays === undefined
        ? ''
        : minDays === maxDays
          ? figureWords(minDays)
          : `${figureWords(minDays)} to ${figureWords(maxDays)}`,
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
  {
    key: 'schools',
    header: 'Schools',
    numeric: true,
    nowrap: true,
    value: ({ schools }) => schools.length,
    render: ({ schools, hiddenSchools }) =>
      hiddenSchools === 0
        ? figureWords(schools.length)
        : `${figureWords(schools.length)}, ${figureWords(hiddenSchools)} hidden`,
  },
  { key: 'means', header: 'Means of schools', numeric: true, nowrap: true, render: meansOf },
];

const SCHOOLS: readonly Column<ReasonLengths['schools'][number]>[] = [
  { key: 'name', header: 'School', width: '50%', value: ({ name }) => name },
  ...lengthColumns<ReasonLengths['schools'][number]>(),
];

/** Like incidents, like lengths? A reason opens the schools that excluded for it. */
export function LengthsPanel({ phase, from, to, suppressed, onSuppress }: Props) {
  const maySeePupils = useMay('authority.view-pupils');
  const query = useOperation(
    'authority.compare-lengths',
    { phase, from, to, suppressed },
    { keepPrevious: true },
  );
  const hide = maySeePupils ? (
    <CheckboxField label="Hide small numbers" name="suppressed" checked={suppressed} onChange={onSuppress} />
  ) : undefined;
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
            actions={hide}
            footer={suppressed ? HIDDEN_NOTE : undefined}
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
