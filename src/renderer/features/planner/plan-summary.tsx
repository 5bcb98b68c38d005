import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { sayDifference, type Plan } from './plan-view.ts';

/** What the plan reaches, beside what first come, first served would. */
export function PlanSummary({ plan }: { readonly plan: Plan }) {
  const { covered, wanted, venueChanges, firstCome, optimal, seconds, pupils } = plan;
  const whole = pupils.filter(({ without }) => without.length === 0).length;
  return (
    <Panel
      title={`${String(covered)} of ${plural(wanted, 'session')} covered`}
      actions={
        optimal ? (
          <StatusTag tone="done">The best there is, proven</StatusTag>
        ) : (
          <StatusTag tone="due">May not be the best: the time was up</StatusTag>
        )
      }
    >
      <DefinitionList
        layout="columns"
        items={[
          {
            term: 'Pupils with a place for every session',
            detail: `${String(whole)} of ${String(pupils.length)}`,
          },
          {
            term: 'First come, first served would cover',
            detail: `${plural(firstCome.covered, 'session')}; the plan covers ${sayDifference(covered, firstCome.covered, 'session')}`,
          },
          {
            term: 'Changes of venue',
            detail: `${String(venueChanges)}; first come, first served would make ${String(firstCome.venueChanges)}`,
          },
          { term: 'Searched', detail: `${seconds.toFixed(1)} seconds` },
        ]}
      />
    </Panel>
  );
}
