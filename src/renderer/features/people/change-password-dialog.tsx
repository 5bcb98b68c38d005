import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PasswordForm } from './password-form.tsx';

interface Props {
  readonly open: boolean;
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** Change one's own password, from the menu behind one's name. */
export function ChangePasswordDialog({ open, names, onClose }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Change your password">
      <PasswordForm names={names} onDone={onClose} cancel={{ label: 'Cancel', onClick: onClose }} />
    </Dialog>
  );
}
