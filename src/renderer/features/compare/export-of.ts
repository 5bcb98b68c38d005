import type { View } from './compared-views.tsx';
import { rollUpBy } from './roll-up-panel.tsx';
import type { ComparedBy, ExportView, GroupsAsked } from './types.ts';

/** What is on screen, as it is asked to be written. */
export function exportOf(view: View, asked: ComparedBy, groups: GroupsAsked): ExportView {
  const { measure, phase, by, within, from, to } = asked;
  const span = { from, to };
  switch (view) {
    case 'groups':
      return { kind: 'breakdown', ...groups };
    case 'lengths':
      return { kind: 'lengths', phase, suppressed: groups.suppressed, ...span };
    case 'roll-up':
      return { kind: 'roll-up', by: rollUpBy(by), ...span };
    case 'comparison':
    case 'years':
      return {
        kind: 'comparison',
        measure,
        phase,
        by,
        ...(within ? { within: { by: within.by, key: within.key } } : {}),
        ...span,
      };
  }
}
