import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import type { Given } from './types.ts';
import styles from './people.module.css';

/** Shown until it is put away, and never again. */
export function TemporaryPassword({
  given,
  onClose,
}: {
  readonly given: Given;
  readonly onClose: () => void;
}) {
  return (
    <Callout tone="due" title={`Temporary password of ${given.name}`} live="status">
      <Stack gap={3}>
        <p>
          Hand it over in person. It is shown here once; {given.name} chooses another at the first sign-in.
        </p>
        <div>
          <code className={styles.secret}>{given.password}</code>
        </div>
        <div>
          <Button onClick={onClose} autoFocus>
            I have passed it on
          </Button>
        </div>
      </Stack>
    </Callout>
  );
}
