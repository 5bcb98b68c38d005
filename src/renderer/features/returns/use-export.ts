import { useState } from 'react';
import type { ReturnFormat } from '#shared/domain/returns/types.ts';
import { useCommand, type OperationError } from '../../api/client.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import type { Period, ShownReceipt } from './types.ts';

/** Making the file of a return: which is under way, what went wrong, and whether it is sealed. */
export function useExport(period: Period, onDone: (shown: ShownReceipt) => void) {
  const command = useCommand('returns.export');
  const [error, setError] = useState<OperationError['error']>();
  const [seal, setSeal] = useState(false);
  const make = (format: ReturnFormat) => {
    setError(undefined);
    command.mutate(
      { period, format, seal },
      {
        onSuccess: ({ fileId, ...receipt }) => {
          onDone({ receipt, fileId });
          notify({ title: 'Return written', text: `${receipt.fileName}. Its receipt is on this page.` });
        },
        onError: (failure) => {
          // Closing the dialog is an answer, not a fault.
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };
  return { make, making: command.isPending ? command.variables.format : undefined, error, seal, setSeal };
}
