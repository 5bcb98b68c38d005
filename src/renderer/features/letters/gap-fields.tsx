import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { plural, formatTime } from '../../ui/words/format.ts';
import { FixLink } from './fix-link.tsx';
import styles from './letters.module.css';
import type { Gap } from './types.ts';
import type { GapSaving } from './use-gap-saving.ts';

interface GapFieldsProps {
  readonly gaps: readonly Gap[];
  readonly saving: GapSaving;
  readonly mayWrite: boolean;
  readonly exclusionId: string;
}

/** The gaps of the letter: fields for what is typed, and what comes from the record with where it is put right. */
export function GapFields({ gaps, saving, mayWrite, exclusionId }: GapFieldsProps) {
  const editable = gaps.filter((gap) => gap.editable);
  const recorded = gaps.filter((gap) => !gap.editable && gap.from !== 'missing');
  const lacking = gaps.filter((gap) => !gap.editable && gap.from === 'missing');
  const missing = gaps.filter(({ from }) => from === 'missing').length;
  return (
    <Panel
      title="Gaps"
      context={missing === 0 ? 'All are filled' : `${plural(missing, 'gap')} to fill before it can go`}
    >
      <Stack gap={4}>
        {lacking.map(({ key, label, fix }) => (
          <div key={key} className={styles.lacking}>
            <StatusTag tone="overdue">Missing</StatusTag>
            <div>
              <p className={styles.lackingLabel}>{label}</p>
              <FixLink fix={fix} exclusionId={exclusionId} />
            </div>
          </div>
        ))}
        {editable.map(({ key, label, help, multiline, value, from }) => {
          const field = {
            label,
            name: `gaps.${key}`,
            hint: help,
            value,
            onChange: (next: string) => saving.type(key, next),
            maxLength: 2000,
            readOnly: !mayWrite,
            note:
              from === 'missing' ? (
                <StatusTag tone="overdue">Missing</StatusTag>
              ) : from === 'record' ? (
                'From the record; type to change it in this letter alone'
              ) : undefined,
          };
          return multiline ? <TextArea key={key} {...field} rows={3} /> : <TextField key={key} {...field} />;
        })}
        <Saved saving={saving} />
        {recorded.length === 0 ? null : (
          <Disclosure summary={`${plural(recorded.length, 'gap')} filled from the record`}>
            <Stack gap={2}>
              <DefinitionList items={recorded.map(({ label, value }) => ({ term: label, detail: value }))} />
              <Text small muted>
                What comes from the record is corrected in the record; the letter follows.
              </Text>
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </Panel>
  );
}

function Saved({ saving: { state, saveNow, keepMine, forget } }: { readonly saving: GapSaving }) {
  if (state.type === 'failed') {
    const conflict = state.error.code === 'conflict';
    return (
      <Callout
        tone="overdue"
        title="Not kept yet"
        live="alert"
        actions={
          conflict ? (
            <>
              <Button size="small" onClick={() => void keepMine()}>
                Keep mine
              </Button>
              <Button size="small" onClick={forget}>
                Take the other version
              </Button>
            </>
          ) : (
            <Button size="small" onClick={() => void saveNow()}>
              Try again
            </Button>
          )
        }
      >
        {state.error.message}
      </Callout>
    );
  }
  return (
    <p className={styles.saved} role="status">
      {state.type === 'saved'
        ? `Kept at ${formatTime(state.at)}`
        : state.type === 'saving'
          ? 'Keeping…'
          : state.type === 'unsaved'
            ? 'Keeps itself in a moment'
            : ''}
    </p>
  );
}
