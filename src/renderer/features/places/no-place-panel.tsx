import { useOperation } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { BackIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { EnquiriesPanel } from './enquiries-panel.tsx';
import type { Itinerary } from './itinerary.ts';
import { NextFreePanel } from './next-free-panel.tsx';
import { openSessionsOf } from './picked.ts';
import { WithoutReasons } from './without-reasons.tsx';
import styles from './board.module.css';

interface NoPlacePanelProps {
  readonly itinerary: Itinerary;
  readonly today: string;
  readonly mayBook: boolean;
  /** Back to the board, at a week where there is one to go to. */
  readonly onBoard: (date?: string) => void;
}

/** What can be done for a pupil whom nobody can take: why, when a place comes free, wait lists, and who was asked. */
export function NoPlacePanel({ itinerary, today, mayBook, onBoard }: NoPlacePanelProps) {
  const { exclusionId } = itinerary;
  const personName = usePersonName();
  const open = openSessionsOf(itinerary, today);
  const suggestion = useOperation('places.suggest', { exclusionId }, { enabled: open.length > 0 });
  const without = suggestion.data?.without ?? [];
  return (
    <div className={styles.scrolls}>
      <Stack gap={4}>
        <div>
          <Button icon={BackIcon} autoFocus onClick={() => onBoard()}>
            Back to the board
          </Button>
        </div>
        {without.length > 0 ? (
          <Panel
            title={`Why nobody can take ${personName(itinerary.name)}`}
            context="Every provider, with every reason"
          >
            <WithoutReasons without={without} />
          </Panel>
        ) : null}
        <NextFreePanel
          exclusionId={exclusionId}
          name={itinerary.name}
          sessions={Math.max(1, open.length)}
          mayBook={mayBook}
          onBoard={onBoard}
        />
        <EnquiriesPanel
          exclusionId={exclusionId}
          name={itinerary.name}
          from={open[0]?.date ?? today}
          to={open.at(-1)?.date ?? today}
          mayBook={mayBook}
        />
      </Stack>
    </div>
  );
}
