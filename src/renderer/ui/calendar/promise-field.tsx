import { CheckboxField } from '../form/checkbox-field.tsx';
import { Stack } from '../layout/stack.tsx';
import type { Promised } from './promised.ts';

interface PromiseFieldProps {
  readonly promised: Promised;
  readonly onChange: (promised: Promised) => void;
}

/** Whether the area promises education from day one, and to whom: shown as a promise everywhere, never as law. */
export function PromiseField({ promised, onChange }: PromiseFieldProps) {
  return (
    <Stack gap={3}>
      <CheckboxField
        label="Our area promises education from the first day of an exclusion"
        hint="This is a promise, not law: the law asks for education from the sixth day. With it, First Day asks for a place from day one and shows every session that has none; the dates the law sets are always shown as well."
        checked={promised.everybody}
        onChange={(everybody) => onChange({ ...promised, everybody })}
      />
      {promised.everybody ? null : (
        <CheckboxField
          label="It promises this to pupils in care"
          hint="From the first day of an exclusion, for pupils whom an authority looks after. Guidance asks for it as good practice."
          checked={promised.inCare}
          onChange={(inCare) => onChange({ ...promised, inCare })}
        />
      )}
    </Stack>
  );
}
