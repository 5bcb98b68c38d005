import { useState } from 'react';
import { useCommand, type OperationError } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { LetterIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import type { NotSent } from './types.ts';

interface ChasePanelProps {
  readonly table: NotSent;
  readonly onError: (error: OperationError['error'] | undefined) => void;
}

const ALL = 'all';

/** Letters to schools that have not sent, and the day by which a period's returns are due. */
export function ChasePanel({ table, onError }: ChasePanelProps) {
  const [at, setAt] = useState(table.periods.length - 1);
  const [school, setSchool] = useState<string>(ALL);
  const chase = useCommand('authority.chase');
  const setDue = useCommand('authority.set-due-date');
  const period = table.periods[at];
  if (period === undefined) return null;
  const { from, to, name } = period;
  const missing = table.schools.filter(({ cells }) => cells[at]?.state === 'missing');
  const chosen = missing.filter(({ laEstab }) => school === ALL || laEstab === school);
  const failed = (failure: OperationError) => {
    if (failure.error.code !== 'cancelled') onError(failure.error);
  };
  const write = (format: 'pdf' | 'docx') => {
    onError(undefined);
    chase.mutate(
      { period: { from, to, name }, laEstabs: chosen.map(({ laEstab }) => laEstab), format },
      {
        onSuccess: ({ letters, fileName }) =>
          notify({ title: `${plural(letters, 'letter')} written`, text: fileName }),
        onError: failed,
      },
    );
  };
  const due = (dueOn: string | null) => {
    onError(undefined);
    setDue.mutate({ period: { from, to, name }, dueOn }, { onError: failed });
  };
  return (
    <Panel title="Ask for what is missing">
      <Stack gap={3}>
        <Row gap={3} align="start">
          <SelectField
            label="Period"
            name="period"
            width="medium"
            value={String(at)}
            onChange={(value) => {
              setAt(Number(value));
              setSchool(ALL);
            }}
            options={table.periods.map((one, place) => ({ value: String(place), label: one.name }))}
          />
          <DateField
            key={`${from} ${period.dueOn}`}
            label="Due on"
            name="dueOn"
            value={period.dueOn}
            onChange={(date) => {
              if (date !== null && date !== period.dueOn) due(date);
            }}
          />
        </Row>
        <Text muted small>
          {period.setHere ? (
            <>
              The date was set here.{' '}
              <Button size="small" variant="quiet" onClick={() => due(null)}>
                Go back to the usual date
              </Button>
            </>
          ) : (
            'The date is 14 days after the census day: a school has 14 days to answer (SI 2006/2601), and that the census day is the day of asking is our reading.'
          )}
        </Text>
        <Row gap={3} align="end">
          <SelectField
            label="Letters to"
            name="school"
            width="medium"
            value={school}
            onChange={setSchool}
            options={[
              { value: ALL, label: `All ${plural(missing.length, 'school')} that miss it` },
              ...missing.map(({ laEstab, name: label }) => ({ value: laEstab, label })),
            ]}
          />
          <Button
            variant="primary"
            icon={LetterIcon}
            loading={chase.isPending}
            disabled={chosen.length === 0}
            disabledReason="Nothing is missing for this period."
            onClick={() => write('pdf')}
          >
            Write letters as PDF…
          </Button>
          {school === ALL ? null : (
            <Button loading={chase.isPending} onClick={() => write('docx')}>
              As Word…
            </Button>
          )}
        </Row>
      </Stack>
    </Panel>
  );
}
