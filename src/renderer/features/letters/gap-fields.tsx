import { useState } from 'react';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { plural } from '../../ui/words/format.ts';
import { FixLink } from './fix-link.tsx';
import { GapField } from './gap-field.tsx';
import { GapSaved } from './gap-saved.tsx';
import styles from './letters.module.css';
import type { Gap } from './types.ts';
import type { GapSaving } from './use-gap-saving.ts';

interface GapFieldsProps {
  readonly gaps: readonly Gap[];
  readonly saving: GapSaving;
  readonly mayWrite: boolean;
  readonly exclusionId: string;
}

/** The gaps of the letter: first what is to be filled; folded away what is filled already, by us or from the record. */
export function GapFields({ gaps, saving, mayWrite, exclusionId }: GapFieldsProps) {
  const editable = gaps.filter((gap) => gap.editable);
  // As the letter was opened: no field moves away while somebody types into it.
  const [filledForUs] = useState(
    () => new Set(editable.filter(({ from }) => from === 'record').map(({ key }) => key)),
  );
  const toFill = editable.filter(({ key }) => !filledForUs.has(key));
  const prefilled = editable.filter(({ key }) => filledForUs.has(key));
  const lacking = gaps.filter((gap) => !gap.editable && gap.from === 'missing');
  const recorded = gaps.filter((gap) => !gap.editable && gap.from !== 'missing');
  const missing = gaps.filter(({ from }) => from === 'missing').length;
  const fields = (some: readonly Gap[]) =>
    some.map((gap) => (
      <GapField
        key={gap.key}
        gap={gap}
        onChange={(value) => saving.type(gap.key, value)}
        mayWrite={mayWrite}
        exclusionId={exclusionId}
      />
    ));
  return (
    <Panel
      title="Gaps"
      context={missing === 0 ? 'All are filled' : `${plural(missing, 'gap')} to fill before it can go`}
    >
      <Stack gap={3}>
        {lacking.map(({ key, label, help, fix }) => (
          <div key={key} className={styles.lacking}>
            <StatusTag tone="overdue">Missing</StatusTag>
            <div>
              <p className={styles.lackingLabel}>{label}</p>
              <Text small muted>
                {help}{' '}
                {fix === undefined ? null : (
                  <>
                    Put it right in <FixLink fix={fix} exclusionId={exclusionId} />
                  </>
                )}
              </Text>
            </div>
          </div>
        ))}
        {fields(toFill)}
        {prefilled.length === 0 ? null : (
          <Disclosure summary={`${plural(prefilled.length, 'gap')} filled for you, to change here`}>
            <Stack gap={3}>{fields(prefilled)}</Stack>
          </Disclosure>
        )}
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
        <GapSaved saving={saving} />
      </Stack>
    </Panel>
  );
}
