import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Compared } from './types.ts';

/** The different sets of criteria, each with the figures of the schools that go by it. */
export function SetsPanel({ sets }: { readonly sets: Compared['sets'] }) {
  if (sets.length === 0) return null;
  return (
    <Panel
      title={sets.length === 1 ? 'One set of criteria' : `${sets.length} sets of criteria`}
      context="By what schools put pupils on their registers"
    >
      <Stack gap={2}>
        {sets.map(({ set, schools, setBy, pupils, pupilsOnRoll, perHundred, criteria }) => (
          <Disclosure
            key={set}
            summary={`Set ${set}${setBy === undefined ? '' : `, of ${setBy}`}: ${plural(schools, 'school')}, ${plural(pupils, 'pupil')} of ${pupilsOnRoll.toLocaleString('en-GB')} on roll${perHundred === undefined ? '' : `, ${perHundred.toFixed(1)} in each 100`}`}
          >
            <DefinitionList items={joined(criteria)} />
          </Disclosure>
        ))}
      </Stack>
    </Panel>
  );
}

/** What has one name (several criteria of one category) stands under it once. */
export function joined(
  lines: readonly (readonly [string, string])[],
): readonly { readonly term: string; readonly detail: string }[] {
  const byTerm = new Map<string, string[]>();
  for (const [term, detail] of lines) byTerm.set(term, [...(byTerm.get(term) ?? []), detail]);
  return [...byTerm].map(([term, details]) => ({ term, detail: details.join('; ') }));
}
