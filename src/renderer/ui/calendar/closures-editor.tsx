import { useRef, useState } from 'react';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import type { Closure, SchoolYear } from '#shared/domain/calendar/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { EmptyState } from '../feedback/empty-state.tsx';
import { Button } from '../form/button.tsx';
import { FieldError as ErrorText } from '../form/field-error.tsx';
import { fieldId } from '../form/field-id.ts';
import { IconButton } from '../form/icon-button.tsx';
import { AddIcon, ClosedDayIcon, DeleteIcon } from '../icons.ts';
import { classes } from '../theme/classes.ts';
import { ClosureForm } from './closure-form.tsx';
import { closureKinds, slotWords } from './closure-kinds.ts';
import { byDate } from './paint-days.ts';
import styles from './closures-editor.module.css';
import year from './year-view.module.css';

export interface ClosuresEditorProps {
  readonly schoolYear: SchoolYear;
  readonly closures: readonly Closure[];
  readonly onChange: (closures: readonly Closure[]) => void;
  /** Under `closures.3`. */
  readonly errors: readonly FieldError[];
  readonly readOnly?: boolean | undefined;
}

/** The closed days as a list: everything the year view shows, and what it cannot: names and half days. */
export function ClosuresEditor({ schoolYear, closures, onChange, errors, readOnly }: ClosuresEditorProps) {
  const [editing, setEditing] = useState<Closure | 'new' | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const errorAt = (at: number) => errors.find(({ path }) => path === `closures.${at}`)?.message;

  const close = () => {
    setEditing(null);
    // The form goes; the focus stays in the list.
    requestAnimationFrame(() => add.current?.focus());
  };
  const save = (closure: Closure) => {
    onChange([...closures.filter((other) => other !== editing), closure].toSorted(byDate));
    close();
  };
  const remove = (closure: Closure) => {
    onChange(closures.filter((other) => other !== closure));
    close();
  };
  const form = (initial: Closure | undefined) => (
    <ClosureForm schoolYear={schoolYear} initial={initial} onSave={save} onCancel={close} />
  );

  return (
    <div className={styles.editor}>
      {closures.length === 0 && editing === null ? (
        <EmptyState icon={ClosedDayIcon} title="No closed days">
          Inside the terms the school is open every weekday.
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label="Closed days">
          {closures.map((closure, at) => (
            <li key={`${closure.from} ${closure.to} ${closure.kind} ${closure.slot} ${closure.name}`}>
              {editing === closure ? (
                form(closure)
              ) : (
                <Entry
                  closure={closure}
                  id={fieldId(`closures.${at}`)}
                  error={errorAt(at)}
                  onEdit={readOnly ? undefined : () => setEditing(closure)}
                  onRemove={() => remove(closure)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === 'new' ? form(undefined) : null}
      {readOnly || editing === 'new' ? null : (
        <div className={styles.add}>
          <Button ref={add} size="small" icon={AddIcon} onClick={() => setEditing('new')}>
            Add closed days
          </Button>
        </div>
      )}
    </div>
  );
}

interface EntryProps {
  readonly closure: Closure;
  readonly id: string;
  readonly error: string | undefined;
  readonly onEdit: (() => void) | undefined;
  readonly onRemove: () => void;
}

function Entry({ closure, id, error, onEdit, onRemove }: EntryProps) {
  const { letter, label } = closureKinds[closure.kind];
  const words = (
    <>
      <span className={styles.name}>{closure.name}</span>
      <span className={styles.dates}>
        {spanText(closure)}
        {closure.slot === 'all' ? null : <> · {slotWords[closure.slot]}</>}
      </span>
    </>
  );
  return (
    <div className={styles.entry}>
      <span className={classes(year.swatch, year[closure.kind])} title={label}>
        {letter}
      </span>
      <div className={styles.words}>
        {error ? <ErrorText id={`${id}-error`} message={error} /> : null}
        {onEdit ? (
          <button
            type="button"
            id={id}
            className={styles.edit}
            onClick={onEdit}
            title="Change these closed days"
            aria-describedby={error ? `${id}-error` : undefined}
          >
            {words}
          </button>
        ) : (
          <div className={styles.plain}>{words}</div>
        )}
      </div>
      {onEdit ? (
        <IconButton
          icon={DeleteIcon}
          size="small"
          label={`Remove ${closure.name}, ${spanText(closure)}`}
          onClick={onRemove}
        />
      ) : null}
    </div>
  );
}

const spanText = ({ from, to }: Closure): string =>
  from === to ? formatShortDate(from) : `${formatShortDate(from)} to ${formatShortDate(to)}`;
