import { useState, type KeyboardEvent, type Ref } from 'react';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { Field, type FieldProps } from './field.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './control.module.css';

export interface PasswordFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Whether it is one that is there already, or one being chosen: for password managers. */
  readonly kind: 'current' | 'new';
  readonly autoFocus?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** A password: hidden unless asked for, with a word when Caps Lock is on. Pasting works. */
export function PasswordField({ value, onChange, kind, autoFocus, ref, note, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const look = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <Field
      {...field}
      note={
        <>
          <span role="status">{caps ? 'Caps Lock is on. ' : null}</span>
          {note}
        </>
      }
    >
      {(control) => (
        <div className={styles.wrap}>
          <input
            {...control}
            ref={ref}
            className={styles.control}
            name={field.name}
            type={shown ? 'text' : 'password'}
            value={value}
            maxLength={256}
            autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            autoFocus={autoFocus}
            spellCheck={false}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={look}
            onKeyUp={look}
            onBlur={() => setCaps(false)}
          />
          <IconButton
            icon={shown ? IconEyeOff : IconEye}
            label={shown ? 'Hide the password' : 'Show the password'}
            pressed={shown}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}
