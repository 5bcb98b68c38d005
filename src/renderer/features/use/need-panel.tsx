import { Panel } from '../../ui/layout/panel.tsx';
import { SessionNeed } from '../../ui/places/session-need.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Figures } from './types.ts';

/** How the excluded sessions of the period ended. */
export function NeedPanel({ need }: { readonly need: Figures['need'] }) {
  return (
    <Panel title="Sessions of excluded pupils" context={`${plural(need.sessions, 'session')} in these days`}>
      <SessionNeed need={need} />
    </Panel>
  );
}
