import { useState } from 'react';
import type { RiskLevel } from '#shared/domain/support/types.ts';
import { RISK_LEVEL_WORDS } from '#shared/text/support-words.ts';
import { useCommand } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { EditIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import styles from './support.module.css';
import type { Entry } from './types.ts';

const KINDS = [
  ['risk', 'What makes an exclusion likelier'],
  ['resilience', 'What holds the pupil up'],
] as const;

interface RiskPanelProps {
  readonly entry: Entry;
  readonly mayEdit: boolean;
}

/** How strongly the pupil is at risk, and the risk and resilience factors noted. */
export function RiskPanel({ entry, mayEdit }: RiskPanelProps) {
  const [open, setOpen] = useState(false);
  const { level, levels, factors } = entry;
  const noted = factors.filter(({ on }) => on !== undefined);
  if (levels.length === 0 && factors.length === 0 && level === undefined) return null;
  return (
    <Panel
      title={levels.length > 0 || level !== undefined ? 'Level and factors' : 'Factors'}
      actions={
        mayEdit ? (
          <Button size="small" icon={EditIcon} pressed={open} onClick={() => setOpen(!open)}>
            Change
          </Button>
        ) : undefined
      }
    >
      {open ? (
        <RiskForm entry={entry} onClose={() => setOpen(false)} />
      ) : (
        <>
          {levels.length > 0 || level !== undefined ? (
            <Text>
              Level: <strong>{level === undefined ? 'none noted' : RISK_LEVEL_WORDS[level]}</strong>
            </Text>
          ) : null}
          {noted.length === 0 ? <Text muted>No factor is noted.</Text> : null}
          {KINDS.map(([kind, title]) => {
            const own = noted.filter((factor) => factor.kind === kind);
            return own.length === 0 ? null : (
              <section key={kind} className={styles.group} aria-label={title}>
                <Text muted small>
                  {title}
                </Text>
                <ul className={styles.tight}>
                  {own.map(({ id, name, on }) => (
                    <li key={id}>
                      {name}{' '}
                      <span className={styles.quiet}>{on ? <DateText date={on} form="bare" /> : null}</span>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </>
      )}
    </Panel>
  );
}

function RiskForm({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const set = useCommand('support.set-risk');
  const [level, setLevel] = useState<RiskLevel | 'none'>(entry.level ?? 'none');
  const [ids, setIds] = useState<readonly string[]>(
    entry.factors.flatMap(({ id, on }) => (on === undefined ? [] : [id])),
  );
  const send = () =>
    set.mutate(
      {
        entryId: entry.id,
        version: entry.version,
        ...(level === 'none' ? {} : { level }),
        factorIds: [...ids],
      },
      {
        onSuccess: () => {
          notify({ title: 'Noted' });
          onClose();
        },
      },
    );
  return (
    <Panelled label="Change level and factors" onSend={send} onClose={onClose} busy={set.isPending}>
      {set.error ? <ErrorCallout title="Nothing was noted" error={set.error.error} /> : null}
      {entry.levels.length === 0 ? null : (
        <SegmentedChoice<RiskLevel | 'none'>
          label="Level"
          name="level"
          value={level}
          onChange={setLevel}
          options={[
            ...entry.levels.map((value) => ({ value, label: RISK_LEVEL_WORDS[value] })),
            { value: 'none', label: 'None' },
          ]}
        />
      )}
      {KINDS.map(([kind, title]) => {
        const own = entry.factors.filter((factor) => factor.kind === kind);
        return own.length === 0 ? null : (
          <fieldset key={kind} className={styles.factors}>
            <legend>{title}</legend>
            {own.map(({ id, name }) => (
              <CheckboxField
                key={id}
                label={name}
                checked={ids.includes(id)}
                onChange={(checked) => setIds(checked ? [...ids, id] : ids.filter((one) => one !== id))}
              />
            ))}
          </fieldset>
        );
      })}
      <div className={styles.buttonsEnd}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={set.isPending}>
          Note
        </Button>
      </div>
    </Panelled>
  );
}
