import { useCommand } from '../../api/client.ts';
import { notify } from '../../ui/overlay/notify.tsx';

interface LetterFiles {
  readonly busy: boolean;
  readonly write: (format: 'pdf' | 'docx') => void;
}

/** The letter as PDF or Word; with an issue's id exactly what was sent. Main asks where to. */
export function useLetterFiles(exclusionId: string, templateId: string, issueId?: string): LetterFiles {
  const write = useCommand('letters.export');
  const show = useCommand('files.show-in-folder');
  return {
    busy: write.isPending,
    write: (format) =>
      write.mutate(
        { exclusionId, templateId, format, ...(issueId === undefined ? {} : { issueId }) },
        {
          onSuccess: ({ fileId, fileName }) =>
            notify({
              title: `${fileName} written`,
              action: {
                label: 'Show in folder',
                onSelect: () =>
                  show.mutate(
                    { fileId },
                    {
                      onError: ({ message }) =>
                        notify({ tone: 'overdue', title: 'Not shown', text: message }),
                    },
                  ),
              },
            }),
          onError: ({ error: { code, message } }) => {
            // Somebody who cancelled knows that nothing was written.
            if (code !== 'cancelled')
              notify({ tone: 'overdue', title: 'No file was written', text: message });
          },
        },
      ),
  };
}
