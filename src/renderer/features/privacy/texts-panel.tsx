import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { plural } from '../../ui/words/format.ts';
import { useCurtain } from '../../ui/words/curtain.tsx';
import styles from './privacy.module.css';
import type { Held } from './types.ts';

interface TextsPanelProps {
  readonly texts: Held['texts'];
  readonly leftOut: Readonly<Record<string, string>>;
  readonly onChange: (leftOut: Readonly<Record<string, string>>) => void;
  readonly tried: boolean;
}

/** Every text that somebody typed: it may speak of another pupil, or of what may be withheld. */
export function TextsPanel({ texts, leftOut, onChange, tried }: TextsPanelProps) {
  const { drawn } = useCurtain();
  const without = (key: string) => Object.fromEntries(Object.entries(leftOut).filter(([one]) => one !== key));
  return (
    <Panel
      title="Texts to read before it is handed over"
      context={`${plural(texts.length, 'text')}. Leave out what is about somebody else, or may be withheld by law; the file says that it was, and why.`}
    >
      {texts.length === 0 ? (
        <EmptyState icon={CheckIcon} title="Nothing was typed freely">
          The file can be written as it is.
        </EmptyState>
      ) : (
        <ul className={styles.texts}>
          {texts.map(({ key, title, label, on, text }) => (
            <li key={key} className={styles.text}>
              <Stack gap={2}>
                <h3 className={styles.textTitle}>
                  {title}: {label}
                  {on === undefined ? null : <span className={styles.when}> {on}</span>}
                </h3>
                <p className={styles.words}>{drawn ? 'Hidden by the curtain.' : text}</p>
                <CheckboxField
                  label="Leave it out"
                  checked={key in leftOut}
                  onChange={(out) => onChange(out ? { ...leftOut, [key]: '' } : without(key))}
                />
                {key in leftOut ? (
                  <TextField
                    label="Why it is left out"
                    value={leftOut[key] ?? ''}
                    onChange={(reason) => onChange({ ...leftOut, [key]: reason })}
                    maxLength={500}
                    error={tried && (leftOut[key] ?? '').trim() === '' ? 'Enter the reason.' : undefined}
                  />
                ) : null}
              </Stack>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
