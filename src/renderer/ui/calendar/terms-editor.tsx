import type { TermName } from '#shared/domain/calendar/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { DateField } from '../form/date-field.tsx';
import { termTitles, type TermDraft } from './year-draft.ts';
import styles from './terms-editor.module.css';

export interface TermsEditorProps {
  readonly terms: readonly TermDraft[];
  readonly onChange: (terms: readonly TermDraft[]) => void;
  /** Under `terms.autumn.from` and so on. */
  readonly errors: readonly FieldError[];
  readonly readOnly?: boolean | undefined;
}

/** First and last day of each of the three terms. */
export function TermsEditor({ terms, onChange, errors, readOnly }: TermsEditorProps) {
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message;
  const change = (name: TermName, dates: Partial<TermDraft>) =>
    onChange(terms.map((term) => (term.name === name ? { ...term, ...dates } : term)));
  return (
    <div className={styles.terms}>
      {terms.map(({ name, from, to }) => (
        <fieldset key={name} className={styles.term}>
          <legend className={styles.legend}>{termTitles[name]}</legend>
          <DateField
            label="First day"
            name={`terms.${name}.from`}
            value={from}
            onChange={(date) => change(name, { from: date })}
            error={errorAt(`terms.${name}.from`)}
            disabled={readOnly}
            width="full"
          />
          <DateField
            label="Last day"
            name={`terms.${name}.to`}
            value={to}
            onChange={(date) => change(name, { to: date })}
            error={errorAt(`terms.${name}.to`)}
            disabled={readOnly}
            width="full"
          />
        </fieldset>
      ))}
    </div>
  );
}
