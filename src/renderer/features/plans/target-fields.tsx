import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { DeleteIcon } from '../../ui/icons.ts';
import styles from '../../ui/support/support.module.css';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import type { TargetDraft } from './plan-draft.ts';

interface TargetFieldsProps {
  readonly at: number;
  readonly target: TargetDraft;
  readonly error: string | undefined;
  readonly autoFocus: boolean;
  readonly onChange: (target: TargetDraft) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One target in the form of a plan. */
export function TargetFields({ at, target, error, autoFocus, onChange, onRemove }: TargetFieldsProps) {
  const number = String(at + 1);
  return (
    <div className={styles.target} role="group" aria-label={`Target ${number}`}>
      <div className={styles.targetHead}>
        <strong>Target {number}</strong>
        {onRemove ? (
          <Button size="small" icon={DeleteIcon} onClick={onRemove}>
            {target.id === undefined ? 'Remove' : 'Drop'}
            <VisuallyHidden> target {number}</VisuallyHidden>
          </Button>
        ) : null}
      </div>
      <TextField
        label="What is to be reached"
        name={`targets.${String(at)}.target`}
        value={target.target}
        onChange={(text) => onChange({ ...target, target: text })}
        maxLength={300}
        autoFocus={autoFocus}
        error={error}
      />
      <TextField
        label="By what one sees that it is met"
        name={`targets.${String(at)}.measure`}
        optional
        value={target.measure}
        onChange={(text) => onChange({ ...target, measure: text })}
        maxLength={400}
      />
      <TextField
        label="What is done, and by whom"
        name={`targets.${String(at)}.support`}
        optional
        value={target.support}
        onChange={(text) => onChange({ ...target, support: text })}
        maxLength={400}
      />
    </div>
  );
}
