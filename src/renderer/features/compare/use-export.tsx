import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ExportIcon } from '../../ui/icons.ts';
import { Menu } from '../../ui/overlay/menu.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import type { ExportView } from './types.ts';

const FORMATS = [
  { format: 'xlsx', label: 'Excel workbook…' },
  { format: 'csv', label: 'CSV…' },
  { format: 'pdf', label: 'PDF report…' },
] as const;

/** What is on screen as a file; small numbers are hidden in it unless they are shown on screen, and then it says so. */
export function useExport(view: ExportView) {
  const write = useCommand('authority.export-comparison');
  const [error, setError] = useState<AppError>();
  const choose = (format: (typeof FORMATS)[number]['format']) => {
    setError(undefined);
    write.mutate(
      { format, view },
      {
        onSuccess: ({ fileName }) => notify({ title: 'Written', text: fileName }),
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };
  return {
    button: (
      <Menu
        groups={[{ items: FORMATS.map(({ format, label }) => ({ label, onSelect: () => choose(format) })) }]}
      >
        <Button icon={ExportIcon} loading={write.isPending}>
          Export
        </Button>
      </Menu>
    ),
    problem: error ? <ErrorCallout title="The file was not written" error={error} /> : null,
  };
}
