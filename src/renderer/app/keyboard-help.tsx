import { Button } from '../ui/form/button.tsx';
import { useRegisteredHotkeys } from '../ui/hooks/hotkey-registry.ts';
import { Stack } from '../ui/layout/stack.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { Kbd } from '../ui/words/kbd.tsx';
import styles from './keyboard-help.module.css';

const ALWAYS = [
  { combo: '↑ ↓', description: 'Next or previous row of a table; a day later or earlier in a date' },
  { combo: 'Enter', description: 'Open the row; choose the item' },
  { combo: 'Esc', description: 'Close what is open' },
];

/** Every shortcut that works at this moment. */
export function KeyboardHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const hotkeys = useRegisteredHotkeys();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keyboard shortcuts"
      actions={
        <Button onClick={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <Stack gap={2}>
        <dl className={styles.keys}>
          {[...hotkeys, ...ALWAYS].map(({ combo, description }) => (
            <div key={`${combo} ${description}`} className={styles.line}>
              <dt>
                <Kbd keys={combo} />
              </dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </Stack>
    </Dialog>
  );
}
