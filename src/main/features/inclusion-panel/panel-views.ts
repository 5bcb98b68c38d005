import type { OperationOutput } from '#shared/contract/contract.ts';
import type { NamedItem, PanelRow } from '../../storage/repositories/panels.ts';
import { withoutNulls } from '../without-nulls.ts';

type Meeting = OperationOutput<'panel.list'>['panels'][number];

/** A panel as lists show it. */
export const viewMeeting = (
  { id, version, onDate, startsAt, place, heldOn }: PanelRow,
  items: readonly NamedItem[],
): Meeting => ({
  ...withoutNulls({ id, version, on: onDate, startsAt, place, heldOn }),
  pupils: items.length,
  actions: items.filter(({ owner, doneOn }) => owner !== null && doneOn === null).length,
});
