import { useNavigate } from '@tanstack/react-router';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { DeleteIcon, ExportIcon, LockIcon } from '../../ui/icons.ts';
import { Menu } from '../../ui/overlay/menu.tsx';

/** What the pupil's rights ask for: everything held about them, and its erasing. */
export function PrivacyMenu({ pupilId, name }: { readonly pupilId: string; readonly name: string }) {
  const navigate = useNavigate();
  const params = { pupilId };
  return (
    <Menu
      groups={[
        {
          items: [
            {
              label: `Everything held about ${name}`,
              icon: ExportIcon,
              onSelect: () => void navigate({ to: '/pupils/$pupilId/held', params }),
            },
            {
              label: 'Erase…',
              icon: DeleteIcon,
              danger: true,
              onSelect: () => void navigate({ to: '/pupils/$pupilId/erase', params }),
            },
          ],
        },
      ]}
    >
      <IconButton icon={LockIcon} label="Privacy of this pupil" />
    </Menu>
  );
}
