import { TextLink } from '../../ui/layout/links.tsx';
import { Text } from '../../ui/layout/text.tsx';

interface FixLinkProps {
  /** Where the record is put right, in words. */
  readonly fix: string | undefined;
  readonly exclusionId: string;
}

/** Where a missing piece of the record is entered; a way there where the window knows one. */
export function FixLink({ fix, exclusionId }: FixLinkProps) {
  if (fix === undefined) return null;
  return (
    <Text small muted>
      {/settings/i.test(fix) ? (
        <TextLink to="/settings">{fix}</TextLink>
      ) : /\bplaces?\b/i.test(fix) ? (
        <TextLink to="/places" search={{ exclusion: exclusionId }}>
          {fix}
        </TextLink>
      ) : (
        fix
      )}
    </Text>
  );
}
