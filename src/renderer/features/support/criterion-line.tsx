import { CRITERION_KINDS } from '#shared/domain/support/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { CRITERION_KIND_WORDS } from '#shared/text/support-words.ts';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { DeleteIcon } from '../../ui/icons.ts';
import type { CriterionDraft } from './criteria-draft.ts';
import styles from './support.module.css';

interface CriterionLineProps {
  readonly at: number;
  readonly draft: CriterionDraft;
  readonly letters: readonly string[];
  readonly errors: readonly FieldError[];
  readonly onChange: (more: Partial<CriterionDraft>) => void;
  readonly onRemove: () => void;
}

/** One criterion: its kind with the number it asks for, and the category it puts a pupil in. */
export function CriterionLine({ at, draft, letters, errors, onChange, onRemove }: CriterionLineProps) {
  const path = (field: string) => `criteria.${String(at)}${field}`;
  const errorOf = (field: string) => errors.find((one) => one.path === path(field))?.message;
  const { kind, category } = draft;
  return (
    <li className={styles.line}>
      <div className={styles.short}>
        <SelectField
          label="Criterion"
          name={path('')}
          value={kind}
          onChange={(next) => onChange({ kind: next })}
          options={CRITERION_KINDS.map((value) => ({ value, label: CRITERION_KIND_WORDS[value] }))}
          error={errorOf('')}
        />
      </div>
      <div className={styles.grow}>
        {kind === 'excluded-times' || kind === 'placed-times' ? (
          <NumberField
            label="At least"
            name={path('.rule.times')}
            suffix="times"
            min={1}
            max={20}
            value={draft.times}
            onChange={(times) => onChange({ times })}
            error={errorOf('.rule.times')}
          />
        ) : kind === 'excluded-days' ? (
          <NumberField
            label="At least"
            name={path('.rule.days')}
            suffix="days"
            min={1}
            max={45}
            value={draft.days}
            onChange={(days) => onChange({ days })}
            error={errorOf('.rule.days')}
          />
        ) : kind === 'attendance-below' ? (
          <NumberField
            label="Limit"
            name={path('.rule.percent')}
            suffix="%"
            min={1}
            max={100}
            value={draft.percent}
            onChange={(percent) => onChange({ percent })}
            error={errorOf('.rule.percent')}
          />
        ) : kind === 'by-hand' ? (
          <TextField
            label="What is noted"
            name={path('.rule.name')}
            maxLength={120}
            value={draft.name}
            onChange={(name) => onChange({ name })}
            error={errorOf('.rule.name')}
          />
        ) : null}
      </div>
      <SelectField
        label="Category"
        name={path('.category')}
        width="narrow"
        value={letters.includes(category) ? category : null}
        onChange={(next) => onChange({ category: next })}
        options={letters.map((letter) => ({ value: letter, label: letter }))}
        error={errorOf('.category')}
      />
      <IconButton icon={DeleteIcon} label={`Remove criterion ${String(at + 1)}`} onClick={onRemove} />
    </li>
  );
}
