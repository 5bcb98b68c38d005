import { CheckboxField } from '../form/checkbox-field.tsx';

interface PromiseFieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Whether the area promises education from day one: shown as a promise everywhere, never as law. */
export function PromiseField({ checked, onChange }: PromiseFieldProps) {
  return (
    <CheckboxField
      label="Our area promises education from the first day of an exclusion"
      hint="This is a promise, not law: the law asks for education from the sixth day. With it, First Day asks for a place from day one and shows every session that has none; the dates the law sets are always shown as well."
      checked={checked}
      onChange={onChange}
    />
  );
}
