import type { FieldError } from '#shared/kernel/result.ts';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { DeleteIcon } from '../../ui/icons.ts';
import type { CategoryDraft } from './criteria-draft.ts';
import styles from './support.module.css';

interface CategoryLineProps {
  readonly at: number;
  readonly draft: CategoryDraft;
  readonly errors: readonly FieldError[];
  readonly onChange: (more: Partial<CategoryDraft>) => void;
  /** Missing for the last one left. */
  readonly onRemove: (() => void) | undefined;
}

/** One category: its letter, what it means and who usually is the key worker. */
export function CategoryLine({ at, draft, errors, onChange, onRemove }: CategoryLineProps) {
  const path = (field: string) => `categories.${String(at)}.${field}`;
  const errorOf = (field: string) => errors.find((one) => one.path === path(field))?.message;
  return (
    <li className={styles.line}>
      <TextField
        label="Category"
        name={path('letter')}
        width="narrow"
        maxLength={1}
        value={draft.letter}
        onChange={(letter) => onChange({ letter })}
        error={errorOf('letter')}
      />
      <div className={styles.grow}>
        <TextField
          label="Meaning"
          name={path('name')}
          maxLength={120}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          error={errorOf('name')}
        />
      </div>
      <div className={styles.grow}>
        <TextField
          label="Key worker suggested"
          name={path('keyWorkerRole')}
          optional
          maxLength={80}
          value={draft.keyWorkerRole}
          onChange={(keyWorkerRole) => onChange({ keyWorkerRole })}
          error={errorOf('keyWorkerRole')}
        />
      </div>
      <IconButton
        icon={DeleteIcon}
        label={`Remove category ${draft.letter}`}
        disabled={onRemove === undefined}
        onClick={() => onRemove?.()}
      />
    </li>
  );
}
