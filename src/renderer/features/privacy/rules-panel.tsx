import { useState } from 'react';
import { keptWords, retentionKindWords } from '#shared/text/privacy-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { EditIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { Rule } from './types.ts';

/** How long each kind of record is kept: ours until the school sets its own. */
export function RulesPanel() {
  const rules = useOperation('privacy.rules', {});
  const [changing, setChanging] = useState<Rule>();
  const columns: readonly Column<Rule>[] = [
    { key: 'kind', header: 'Kind of record', render: ({ kind }) => retentionKindWords(kind) },
    { key: 'kept', header: 'Kept', render: ({ months, from }) => keptWords(months, from) },
    {
      key: 'why',
      header: 'Why',
      render: ({ own, source, certainty }) =>
        own === undefined ? (
          <>
            {source}
            {certainty === 'practice' ? '. No law names the time.' : '.'}
          </>
        ) : (
          <>
            Set by {own.setBy}: {own.reason}
          </>
        ),
    },
    {
      key: 'change',
      header: 'Change',
      width: '64px',
      render: (rule) => (
        <IconButton
          size="small"
          icon={EditIcon}
          label={`Change how long: ${retentionKindWords(rule.kind)}`}
          onClick={() => setChanging(rule)}
        />
      ),
    },
  ];
  return (
    <Loaded query={rules} what="how long records are kept">
      {({ rules: all }) => (
        <Panel
          title="How long records are kept"
          context="Suggestions to begin with: your school’s own policy decides."
          flush
        >
          <DataTable
            caption="Times of each kind of record"
            columns={columns}
            rows={all}
            rowKey={({ kind }) => kind}
            empty={null}
          />
          {changing ? (
            <RuleDialog key={changing.kind} rule={changing} onClose={() => setChanging(undefined)} />
          ) : null}
        </Panel>
      )}
    </Loaded>
  );
}

function RuleDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const set = useCommand('privacy.set-rule');
  const [months, setMonths] = useState<number | null>(rule.months);
  const version = rule.own === undefined ? {} : { version: rule.own.version };
  const send = (reason: string, next: number | undefined) =>
    set.mutate(
      { kind: rule.kind, reason, ...version, ...(next === undefined ? {} : { months: next }) },
      {
        onSuccess: () => {
          notify({ title: 'The time is changed', text: 'What is due follows it.' });
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={retentionKindWords(rule.kind)}
      confirmLabel="Change the time"
      busy={set.isPending}
      error={set.error?.error}
      onClose={onClose}
      onConfirm={(reason) => {
        if (months !== null) send(reason, months === rule.usualMonths ? undefined : months);
      }}
    >
      <Stack gap={2}>
        <NumberField
          label="Months"
          name="months"
          hint={keptWords(months ?? rule.months, rule.from)}
          value={months}
          onChange={setMonths}
          min={1}
          max={1200}
          error={months === null ? 'Enter the months.' : undefined}
        />
        <Text muted small>
          Usually {keptWords(rule.usualMonths, rule.from)}.
        </Text>
        {months === rule.usualMonths ? null : (
          <div>
            <Button size="small" onClick={() => setMonths(rule.usualMonths)}>
              As usual
            </Button>
          </div>
        )}
      </Stack>
    </ReasonDialog>
  );
}
