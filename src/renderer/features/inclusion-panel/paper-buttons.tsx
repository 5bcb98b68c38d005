import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { PdfIcon, PrintIcon, WordIcon } from '../../ui/icons.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import type { Meeting } from './types.ts';

const FORMATS = [
  { format: 'pdf', label: 'PDF', icon: PdfIcon },
  { format: 'word', label: 'Word', icon: WordIcon },
] as const;

/** The agenda, or once it was held the minutes, as a file or straight on paper. */
export function PaperButtons({ meeting }: { readonly meeting: Meeting }) {
  const print = useCommand('panel.print');
  const what = meeting.heldOn ? 'minutes' : 'agenda';
  const name = meeting.heldOn ? 'Minutes' : 'Agenda';
  const write = (format: 'pdf' | 'word') =>
    print.mutate(
      { panelId: meeting.id, what, format },
      {
        onSuccess: ({ fileName }) => notify({ title: `${name} written`, text: fileName }),
        onError: ({ error }) => {
          if (error.code !== 'cancelled')
            notify({ tone: 'overdue', title: 'Not written', text: error.message });
        },
      },
    );
  return (
    <>
      {FORMATS.map(({ format, label, icon }) => (
        <Button key={format} icon={icon} loading={print.isPending} onClick={() => write(format)}>
          {`${name} as ${label}`}
        </Button>
      ))}
      <Button icon={PrintIcon} onClick={() => window.print()}>
        Print
      </Button>
    </>
  );
}
