import { useState } from 'react';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Popover } from '../../ui/overlay/popover.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './board.module.css';

interface OverrideRunProps {
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly count: number;
  readonly providerName: string;
  /** Which rules would be waived, in words; none where main must say. */
  readonly rules: readonly string[];
  readonly busy: boolean;
  /** It is what Enter does: the primary button of the bar. */
  readonly primary: boolean;
  readonly onBook: (reason: string) => void;
}

/** Books against rules that a role may waive, with the reason that is kept with the stay. */
export function OverrideRun(props: OverrideRunProps) {
  const { open, onOpen, onClose, count, providerName, rules, busy, primary, onBook } = props;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const book = () => {
    if (reason.trim() === '') setMissing(true);
    else onBook(reason.trim());
  };
  return (
    <Popover
      open={open}
      onClose={onClose}
      width={380}
      position="top-start"
      target={
        <Button
          variant={primary ? 'primary' : 'secondary'}
          shortcut={primary ? 'Enter' : undefined}
          onClick={open ? onClose : onOpen}
        >
          Override…
        </Button>
      }
    >
      <div className={styles.words}>
        <Stack gap={3}>
          <strong>{`Waive the rules of ${providerName} for ${plural(count, 'session')}`}</strong>
          {rules.length > 0 ? (
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          ) : null}
          <TextField
            label="Why are they waived?"
            name="override.reason"
            hint="Kept with the stay and in the history, with your name."
            value={reason}
            maxLength={200}
            autoFocus
            error={missing ? 'Enter why the rules are waived.' : undefined}
            onChange={(text) => {
              setReason(text);
              setMissing(false);
            }}
            onEnter={book}
          />
          <Row justify="end">
            <Button size="small" onClick={onClose}>
              Cancel
            </Button>
            <Button size="small" variant="primary" loading={busy} onClick={book}>
              {`Waive and book ${plural(count, 'session')}`}
            </Button>
          </Row>
        </Stack>
      </div>
    </Popover>
  );
}
