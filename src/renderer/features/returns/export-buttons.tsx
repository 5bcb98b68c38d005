import { formatsFor } from '#shared/domain/returns/formats-for.ts';
import type { ReturnFormat } from '#shared/domain/returns/types.ts';
import { formatWords } from '#shared/text/return-words.ts';
import { Button } from '../../ui/form/button.tsx';
import { ExportIcon } from '../../ui/icons.ts';
import { plural } from '../../ui/words/format.ts';
import { ruled } from './ruled.ts';
import type { Check, Period } from './types.ts';

interface ExportButtonsProps {
  readonly period: Period;
  readonly check: Check;
  /** The format that is being written. */
  readonly making: ReturnFormat | undefined;
  readonly onMake: (format: ReturnFormat) => void;
}

/**
 * One button a format; those that cannot hold the period say why not. The first that can is the primary one, and stands
 * last. A period with nothing in it has one button.
 */
export function ExportButtons({ period, check, making, onMake }: ExportButtonsProps) {
  const formats = formatsFor(ruled(period));
  const first = formats.find(({ reason }) => reason === undefined)?.format ?? 'csv';
  if (check.nil && check.errors === 0) {
    return (
      <Button
        variant="primary"
        icon={ExportIcon}
        loading={making !== undefined}
        onClick={() => onMake(first)}
      >
        Make a nil return
      </Button>
    );
  }
  return formats
    .toSorted((a, b) => Number(a.format === first) - Number(b.format === first))
    .map(({ format, reason }) => (
      <Button
        key={format}
        {...(format === first ? { variant: 'primary', icon: ExportIcon } : {})}
        disabled={check.errors > 0 || reason !== undefined}
        disabledReason={check.errors > 0 ? `Correct the ${plural(check.errors, 'error')} first.` : reason}
        loading={making === format}
        onClick={() => onMake(format)}
      >
        {format === first ? `Export ${formatWords(format)}` : formatWords(format)}
      </Button>
    ));
}
