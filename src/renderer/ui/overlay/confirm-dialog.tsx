import type { ReactNode } from 'react';
import { Button } from '../form/button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  /** What will happen, and what is lost. */
  readonly children: ReactNode;
  /** The deed in words: "Issue the exclusion", "Delete the draft". Never "OK". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  /** Something is destroyed: the button is red and the focus starts on Cancel. */
  readonly destructive?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly width?: number | undefined;
}

/** Asks before a step that binds. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, onConfirm, title, children, confirmLabel, cancelLabel = 'Cancel' } = props;
  const { destructive = false, busy = false, width } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      width={width}
      actions={
        <>
          <Button onClick={onClose} autoFocus={destructive}>
            {cancelLabel}
          </Button>
          <Button
            variant={destructive ? 'danger' : 'primary'}
            onClick={onConfirm}
            loading={busy}
            autoFocus={!destructive}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
