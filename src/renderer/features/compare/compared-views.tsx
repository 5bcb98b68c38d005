import { Stack } from '../../ui/layout/stack.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { GroupsPanel } from './groups-panel.tsx';
import { LengthsPanel } from './lengths-panel.tsx';
import { MarkedPanel } from './marked-panel.tsx';
import { MeansPanel } from './means-panel.tsx';
import { RollUpPanel } from './roll-up-panel.tsx';
import { SuspectsPanel } from './suspects-panel.tsx';
import type { Compared, ComparedBy, ComparedRow, GroupsAsked } from './types.ts';

export const VIEWS = [
  { key: 'comparison', label: 'Comparison' },
  { key: 'years', label: 'Years and change' },
  { key: 'groups', label: 'Groups and reasons' },
  { key: 'lengths', label: 'Lengths by reason' },
  { key: 'roll-up', label: 'Roll-up' },
] as const;

export type View = (typeof VIEWS)[number]['key'];

interface Props {
  readonly view: View;
  readonly compared: Compared;
  readonly asked: ComparedBy;
  readonly groups: GroupsAsked;
  readonly span: { readonly from: number; readonly to: number };
  readonly onGroups: (groups: GroupsAsked) => void;
  readonly onOpen: (row: ComparedRow) => void;
}

/** What the chosen tab shows. */
export function ComparedViews({ view, compared, asked, groups, span, onGroups, onOpen }: Props) {
  switch (view) {
    case 'comparison':
      return <ComparisonView compared={compared} asked={asked} onOpen={onOpen} />;
    case 'years':
      return (
        <Stack gap={4}>
          <MeansPanel compared={compared} measure={asked.measure} />
          {compared.changes.length === 0 ? null : (
            <>
              <ChangesPanel changes={compared.changes} />
              <MarkedPanel compared={compared} asked={asked} />
            </>
          )}
          <SuspectsPanel suspects={compared.suspects} />
        </Stack>
      );
    case 'groups':
      return (
        <GroupsPanel
          asked={groups}
          phase={asked.phase}
          schools={asked.by === 'school' ? compared.rows : []}
          onAsk={onGroups}
        />
      );
    case 'lengths':
      return (
        <LengthsPanel
          phase={asked.phase}
          {...span}
          suppressed={groups.suppressed}
          onSuppress={(suppressed) => onGroups({ ...groups, suppressed })}
        />
      );
    case 'roll-up':
      return <RollUpPanel {...span} by={asked.by} />;
  }
}
