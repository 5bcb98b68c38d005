import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { checkYearPlan } from '#shared/domain/calendar/check-year-plan.ts';
import type { Closure, ClosureKind, SchoolYear } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { Button } from '../form/button.tsx';
import { DateField } from '../form/date-field.tsx';
import { SegmentedChoice } from '../form/segmented-choice.tsx';
import { SelectField } from '../form/select-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { Row } from '../layout/row.tsx';
import { closureKinds, KINDS, slotWords } from './closure-kinds.ts';
import styles from './closures-editor.module.css';

interface Props {
  readonly schoolYear: SchoolYear;
  /** The entry to change; without it a new one. */
  readonly initial: Closure | undefined;
  readonly onSave: (closure: Closure) => void;
  readonly onCancel: () => void;
}

interface Typed {
  readonly kind: ClosureKind;
  readonly name: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly slot: Closure['slot'];
}

type Errors = Partial<Record<'name' | 'from' | 'to', string>>;

const START: Typed = { kind: 'inset', name: closureKinds.inset.name, from: null, to: null, slot: 'all' };

/** One entry of the closed days. The last day follows the first until it is typed. */
export function ClosureForm({ schoolYear, initial, onSave, onCancel }: Props) {
  const [typed, setTyped] = useState<Typed>(initial ?? START);
  const [errors, setErrors] = useState<Errors>({});
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));

  const form = useRef<HTMLFormElement>(null);
  const escape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
  });
  useEffect(() => {
    const element = form.current;
    const listen = (event: KeyboardEvent) => escape(event);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, []);

  const submit = () => {
    const checked = check(typed, schoolYear);
    if ('closure' in checked) onSave(checked.closure);
    else setErrors(checked.errors);
  };

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={initial ? `Change ${initial.name}` : 'New closed days'}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Row gap={3} align="start">
        <SelectField
          label="Kind"
          width="short"
          value={typed.kind}
          options={KINDS.map((kind) => ({ value: kind, label: closureKinds[kind].label }))}
          onChange={(kind) =>
            change(
              typed.name === closureKinds[typed.kind].name
                ? { kind, name: closureKinds[kind].name }
                : { kind },
            )
          }
        />
        <SegmentedChoice
          label="Half of the day"
          value={typed.slot}
          options={[
            { value: 'all', label: slotWords.all },
            { value: 'am', label: 'am' },
            { value: 'pm', label: 'pm' },
          ]}
          onChange={(slot) => change({ slot })}
        />
      </Row>
      <TextField
        label="Name"
        name="closure.name"
        value={typed.name}
        maxLength={80}
        onChange={(name) => change({ name })}
        error={errors.name}
      />
      <div className={styles.dates2}>
        <DateField
          label="First day"
          name="closure.from"
          value={typed.from}
          autoFocus
          width="full"
          onChange={(from) =>
            change(typed.to === null || typed.to === typed.from ? { from, to: from } : { from })
          }
          error={errors.from}
        />
        <DateField
          label="Last day"
          name="closure.to"
          value={typed.to}
          width="full"
          onChange={(to) => change({ to })}
          error={errors.to}
        />
      </div>
      <Row gap={2} justify="end">
        <Button size="small" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" type="submit">
          {initial ? 'Change' : 'Add'}
        </Button>
      </Row>
    </form>
  );
}

function check({ name, from, to, slot, kind }: Typed, schoolYear: SchoolYear) {
  const errors: Errors = {
    ...(name.trim() === '' ? { name: 'Enter a name for the closed days.' } : {}),
    ...(from === null ? { from: 'Enter the first closed day.' } : {}),
    ...(to === null ? { to: 'Enter the last closed day.' } : {}),
  };
  if (from === null || to === null || name.trim() === '') return { errors };
  const closure: Closure = { from, to, slot, kind, name: name.trim() };
  const problem = checkYearPlan(schoolYear, { terms: [], closures: [closure] }).find(({ path }) =>
    path.startsWith('closures.'),
  );
  if (!problem) return { closure };
  return { errors: problem.path.endsWith('.to') ? { to: problem.message } : { from: problem.message } };
}
