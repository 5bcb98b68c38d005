import { classes } from '../theme/classes.ts';
import { fieldId } from './field-id.ts';
import { NumberInput, type NumberInputProps } from './number-input.tsx';
import control from './control.module.css';
import styles from './sentence.module.css';

export interface NumberBlankProps extends Omit<NumberInputProps, 'control' | 'className' | 'name'> {
  /** What it is, for screen readers: "Most days of a stay". */
  readonly label: string;
  /** The field's path in the operation's input. */
  readonly name: string;
  readonly invalid?: boolean | undefined;
  /** Room for an amount of money. */
  readonly wide?: boolean | undefined;
}

/** A number to fill in within a sentence; what is wrong with it stands under the sentence. */
export function NumberBlank({ label, name, invalid, wide, ...rest }: NumberBlankProps) {
  const id = fieldId(name);
  return (
    <NumberInput
      {...rest}
      name={name}
      control={{
        id,
        'aria-label': label,
        'aria-describedby': invalid ? `${id}-error` : undefined,
        'aria-invalid': invalid ? true : undefined,
      }}
      className={classes(control.control, styles.blank, wide && styles.wide)}
    />
  );
}
