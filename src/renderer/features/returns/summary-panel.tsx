import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { plural } from '../../ui/words/format.ts';
import { ExportButtons } from './export-buttons.tsx';
import { ExportError } from './export-error.tsx';
import { Figures } from './figures.tsx';
import { SealChoice } from './seal-choice.tsx';
import type { Check, Period, ShownReceipt } from './types.ts';
import { useExport } from './use-export.ts';

interface SummaryPanelProps {
  readonly period: Period;
  readonly check: Check;
  readonly today: string;
  readonly onDone: (shown: ShownReceipt) => void;
}

/** What the return will hold, whether it can be made, and the buttons that make it. */
export function SummaryPanel({ period, check, today, onDone }: SummaryPanelProps) {
  const mayExport = useMay('returns.export');
  const { make, making, error, seal, setSeal } = useExport(period, onDone);
  return (
    <Panel
      title="What the return holds"
      actions={<Verdict check={check} />}
      footer={
        mayExport ? <ExportButtons period={period} check={check} making={making} onMake={make} /> : undefined
      }
    >
      <Stack gap={4}>
        <Figures counts={check.counts} />
        {check.nil ? (
          <Callout tone="info" title="There is nothing to return">
            No issued exclusion that is returned starts in this period. A nil return says so: without one,
            nobody can tell nothing from not sent.
          </Callout>
        ) : null}
        {period.to >= today ? (
          <Callout tone="info" title={`The period is open until ${formatDate(period.to)}`}>
            What is issued until then belongs in this return too. A return made now can be made again; each
            has its own version and receipt.
          </Callout>
        ) : null}
        {mayExport ? <SealChoice seal={seal} onSeal={setSeal} /> : null}
        {error ? <ExportError error={error} /> : null}
      </Stack>
    </Panel>
  );
}

function Verdict({ check: { errors, queries, explained } }: { readonly check: Check }) {
  const open = queries - explained;
  if (errors === 0 && queries === 0) return <StatusTag tone="done">Nothing to correct</StatusTag>;
  return (
    <>
      {errors > 0 ? (
        <StatusTag tone="overdue">{plural(errors, 'error')} to correct</StatusTag>
      ) : (
        <StatusTag tone="done">No errors</StatusTag>
      )}
      {open > 0 ? <StatusTag tone="due">{plural(open, 'query', 'queries')} to look at</StatusTag> : null}
      {explained > 0 ? <StatusTag tone="done">{explained} explained</StatusTag> : null}
    </>
  );
}
