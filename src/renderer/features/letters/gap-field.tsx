import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { FixLink } from './fix-link.tsx';
import type { Gap } from './types.ts';

interface GapFieldProps {
  readonly gap: Gap;
  readonly onChange: (value: string) => void;
  readonly mayWrite: boolean;
  readonly exclusionId: string;
}

/** One gap that a user may type into. */
export function GapField({ gap, onChange, mayWrite, exclusionId }: GapFieldProps) {
  const { key, label, help, multiline, value, from, fix } = gap;
  const field = {
    label,
    name: `gaps.${key}`,
    hint: help,
    value,
    onChange,
    maxLength: 2000,
    readOnly: !mayWrite,
    note:
      from === 'missing' ? (
        <>
          <StatusTag tone="overdue">Missing</StatusTag>
          {fix === undefined ? null : (
            <>
              {' '}
              Type it, or fill it from <FixLink fix={fix} exclusionId={exclusionId} />
            </>
          )}
        </>
      ) : from === 'record' ? (
        'Type to change it in this letter alone'
      ) : undefined,
  };
  return multiline ? <TextArea {...field} rows={3} /> : <TextField {...field} />;
}
