import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { StayList } from '../../ui/stays/stay-list.tsx';

/** Where the pupil has been taught and will be, newest first. */
export function StaysPanel({ pupilId }: { readonly pupilId: string }) {
  const list = useOperation('stays.list', { pupilId });
  return (
    <Panel title="Stays at providers">
      <Loaded query={list} what="the stays">
        {({ stays }) =>
          stays.length === 0 ? (
            <Text muted>None yet. Places that are booked on the board appear here as stays.</Text>
          ) : (
            <StayList stays={stays} named="provider" />
          )
        }
      </Loaded>
    </Panel>
  );
}
