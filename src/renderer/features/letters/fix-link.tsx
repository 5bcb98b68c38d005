import { useOperation } from '../../api/client.ts';
import { TextLink } from '../../ui/layout/links.tsx';

interface FixLinkProps {
  /** Where the record is put right, in words. */
  readonly fix: string;
  readonly exclusionId: string;
}

/** Where a missing piece of the record is entered, with the way there. */
export function FixLink({ fix, exclusionId }: FixLinkProps) {
  const pupilId = useOperation('exclusions.get', { id: exclusionId }).data?.row.pupilId;
  if (/^settings/i.test(fix)) {
    return (
      <TextLink to="/settings" search={{ tab: /calendar/i.test(fix) ? 'calendar' : 'school' }}>
        {fix}
      </TextLink>
    );
  }
  if (/^places/i.test(fix)) {
    return (
      <TextLink to="/places" search={{ exclusion: exclusionId }}>
        {fix}
      </TextLink>
    );
  }
  if (/pupil/i.test(fix) && pupilId !== undefined) {
    return (
      <TextLink to="/pupils/$pupilId" params={{ pupilId }}>
        {fix}
      </TextLink>
    );
  }
  return (
    <TextLink
      to="/record"
      search={{ exclusion: exclusionId, ...(/duties/i.test(fix) ? { tab: 'duties' } : {}) }}
    >
      {fix}
    </TextLink>
  );
}
