import type { LeftOut } from '#shared/domain/use/first-places.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { ShareBar } from '../../ui/data/share-bar.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { SessionNeed } from '../../ui/places/session-need.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Need } from './types.ts';

const WHY: Readonly<Record<LeftOut, string>> = {
  lunchtime: 'lunchtimes only',
  'no-sessions': 'no session out, or term dates not entered',
  'too-short': 'shorter than that',
  'not-reached': 'not reached in these days',
  'given-back': 'the day was given back, or the school was closed',
  'not-known': 'term dates not entered',
};

const sayLeftOut = (leftOut: Need['firstSession']['leftOut']): string =>
  leftOut.length === 0
    ? 'None'
    : leftOut.map(({ why, exclusions }) => `${String(exclusions)} ${WHY[why]}`).join('; ');

/** What the school's exclusions asked for: how sessions ended, and whether places were there in time. */
export function NeedPanel({ need, school }: { readonly need: Need; readonly school: string | undefined }) {
  const { sessions, firstSession, educationDay } = need;
  const kept = [
    { name: 'A place on the first session', ...firstSession },
    { name: 'A place on the sixth consecutive school day', ...educationDay },
  ];
  return (
    <Panel
      title="What exclusions asked for"
      context={`${plural(sessions.sessions, 'excluded session')} in these days${school ? ` at ${school}` : ''}; a place that was not taken up is never counted as no place`}
    >
      <Stack gap={4}>
        <SessionNeed need={sessions} />
        <DataTable
          caption="Places in time"
          columns={[
            { key: 'name', header: 'In time', width: '34%', value: ({ name }) => name },
            {
              key: 'met',
              header: 'Exclusions with one',
              width: '190px',
              render: ({ met, n }) => <ShareBar part={met} all={n} />,
            },
            { key: 'left', header: 'Left out', render: ({ leftOut }) => sayLeftOut(leftOut) },
          ]}
          rows={kept}
          rowKey={({ name }) => name}
          empty={null}
        />
        <div>{sayGaps(need.gaps)}</div>
      </Stack>
    </Panel>
  );
}

/** "Days before the first place: mean 1.50 (n 12, from 0 to 4, standard deviation 1.12). 3 exclusions had no place at all." */
function sayGaps({ n, mean, min, max, sd, without }: Need['gaps']): string {
  const none =
    without === 0
      ? 'Each has had a place.'
      : `${plural(without, 'exclusion')} had no place at all, and ${without === 1 ? 'is' : 'are'} not in the mean.`;
  if (mean === null || min === null || max === null) {
    return without === 0
      ? 'No exclusion began in these days.'
      : `Days before the first place: no mean. ${none}`;
  }
  const spread = sd === null ? '' : `, standard deviation ${sd.toFixed(2)}`;
  return `Excluded days before the first place: mean ${mean.toFixed(2)} (n ${String(n)}, from ${String(min)} to ${String(max)}${spread}). ${none}`;
}
