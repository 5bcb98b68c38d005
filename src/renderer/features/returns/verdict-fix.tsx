import { useCommand } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Button } from '../../ui/form/button.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import type { CheckedRecord } from './types.ts';

/** The one step that changes a verdict: the draft, the record, or the switch for lunchtimes. */
export function VerdictFix({ record }: { readonly record: CheckedRecord }) {
  const { fix, exclusionId } = record;
  const mayExport = useMay('returns.export');
  const switching = useCommand('returns.include-lunchtimes');
  if (fix === 'lunchtimes') {
    return mayExport ? (
      <Button
        size="small"
        variant="quiet"
        loading={switching.isPending}
        onClick={() => switching.mutate({ include: true })}
      >
        Switch lunchtimes on
      </Button>
    ) : null;
  }
  if (fix === undefined) return null;
  return (
    <TextLink to="/record" search={{ exclusion: exclusionId }}>
      {fix === 'issue' ? 'Open the draft' : 'Open the record'}
    </TextLink>
  );
}
