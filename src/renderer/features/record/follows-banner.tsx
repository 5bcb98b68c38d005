import type { ChainLink } from '#shared/domain/exclusions/types.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import type { Followed } from './form-state.ts';

const TITLES: Readonly<Record<ChainLink, string>> = {
  further: 'Straight after another, as a case of its own',
  extension: 'An extension of the one before',
  conversion: 'The one before, made permanent',
};

/** What the case is chained to. */
export function FollowsBanner({ follows: { exclusionId, as, title } }: { readonly follows: Followed }) {
  return (
    <Callout tone="info" title={TITLES[as]}>
      Follows:{' '}
      <TextLink to="/record" search={{ exclusion: exclusionId }}>
        {title}
      </TextLink>
    </Callout>
  );
}
