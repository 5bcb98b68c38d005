import { useState } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { ReturnFormat } from '#shared/domain/returns/types.ts';
import { useCommand, type OperationError } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ExportIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { Figures } from './figures.tsx';
import type { Check, Period, ShownReceipt } from './types.ts';
import { useMay } from '../../api/use-may.ts';

interface SummaryPanelProps {
  readonly period: Period;
  readonly check: Check;
  readonly today: string;
  readonly onDone: (shown: ShownReceipt) => void;
}

/** What the return will hold, whether it can be made, and the buttons that make it. */
export function SummaryPanel({ period, check, today, onDone }: SummaryPanelProps) {
  const mayExport = useMay('returns.export');
  const command = useCommand('returns.export');
  const [error, setError] = useState<OperationError['error']>();
  const make = (format: ReturnFormat) => {
    setError(undefined);
    command.mutate(
      { period, format },
      {
        onSuccess: ({ fileId, ...receipt }) => {
          onDone({ receipt, fileId });
          notify({ title: 'Return written', text: `${receipt.fileName}. Its receipt is on this page.` });
        },
        onError: (failure) => {
          // Closing the dialog is an answer, not a fault.
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };
  const making = command.isPending ? command.variables.format : undefined;
  const button = {
    disabled: check.errors > 0,
    disabledReason: `Correct the ${plural(check.errors, 'error')} first.`,
  };

  return (
    <Panel
      title="What the return holds"
      actions={<Verdict check={check} />}
      footer={
        mayExport ? (
          check.nil ? (
            <Button
              variant="primary"
              icon={ExportIcon}
              loading={making !== undefined}
              onClick={() => make('census-xml')}
            >
              Make a nil return
            </Button>
          ) : (
            <>
              <Button {...button} loading={making === 'csv'} onClick={() => make('csv')}>
                Export CSV
              </Button>
              <Button
                {...button}
                variant="primary"
                icon={ExportIcon}
                loading={making === 'census-xml'}
                onClick={() => make('census-xml')}
              >
                Export census XML
              </Button>
            </>
          )
        ) : undefined
      }
    >
      <Stack gap={4}>
        <Figures counts={check.counts} />
        {check.nil ? (
          <Callout tone="info" title="There is nothing to return">
            No issued exclusion that the census collects starts in this window. A nil return says so: without
            one, nobody can tell nothing from not sent.
          </Callout>
        ) : null}
        {period.to >= today ? (
          <Callout tone="info" title={`The window is open until ${formatDate(period.to)}`}>
            What is issued until then belongs in this return too. A return made now can be made again; each
            has its own version and receipt.
          </Callout>
        ) : null}
        {error ? <ExportError error={error} /> : null}
      </Stack>
    </Panel>
  );
}

function Verdict({ check }: { readonly check: Check }) {
  if (check.errors === 0 && check.queries === 0) return <StatusTag tone="done">Nothing to correct</StatusTag>;
  return (
    <>
      {check.errors > 0 ? (
        <StatusTag tone="overdue">{plural(check.errors, 'error')} to correct</StatusTag>
      ) : (
        <StatusTag tone="done">No errors</StatusTag>
      )}
      {check.queries > 0 ? (
        <StatusTag tone="due">{plural(check.queries, 'query', 'queries')} to look at</StatusTag>
      ) : null}
    </>
  );
}

function ExportError({ error }: { readonly error: OperationError['error'] }) {
  const problems = (error.problems ?? []).map((problem, at) => ({ ...problem, key: `problem ${at}` }));
  return (
    <>
      <ErrorCallout title="The return was not made" error={error} />
      {problems.length > 0 ? (
        <ul>
          {problems.map(({ key, value, message, remedy }) => (
            <li key={key}>
              {value ? `“${value}”: ` : null}
              {message} {remedy}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
