import type { FieldError } from '#shared/kernel/result.ts';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { DeleteIcon } from '../../ui/icons.ts';
import type { FactorDraft } from './procedure-draft.ts';
import styles from './support.module.css';

interface FactorLineProps {
  readonly at: number;
  readonly draft: FactorDraft;
  readonly errors: readonly FieldError[];
  readonly onChange: (more: Partial<FactorDraft>) => void;
  readonly onRemove: () => void;
}

/** One factor: whether it makes an exclusion likelier or holds a pupil up, and what it is. */
export function FactorLine({ at, draft, errors, onChange, onRemove }: FactorLineProps) {
  const path = `procedure.factors.${String(at)}`;
  return (
    <li className={styles.line}>
      <div className={styles.short}>
        <SelectField
          label="Factor"
          name={`${path}.kind`}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
          options={[
            { value: 'risk', label: 'Risk' },
            { value: 'resilience', label: 'Resilience' },
          ]}
        />
      </div>
      <div className={styles.grow}>
        <TextField
          label="What is noted"
          name={`${path}.name`}
          maxLength={120}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          error={errors.find((one) => one.path === `${path}.name`)?.message}
        />
      </div>
      <IconButton icon={DeleteIcon} label={`Remove factor ${String(at + 1)}`} onClick={onRemove} />
    </li>
  );
}
