import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { COMPARED_PHASES, GROUPINGS, MEASURES } from '#shared/domain/compare/types.ts';
import { groupingWords, measureWords } from '#shared/text/compare-words.ts';
import { phaseWords } from '#shared/text/return-words.ts';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import type { View } from './compared-views.tsx';
import type { Compared, ComparedBy } from './types.ts';

interface Props {
  readonly asked: ComparedBy;
  readonly view: View;
  readonly compared: Compared;
  readonly onAsk: (asked: ComparedBy) => void;
}

/** Measure, phase, years and by what: as much of it as the chosen tab goes by. */
export function CompareBar({ asked, view, compared, onAsk }: Props) {
  const { measure, phase, by } = asked;
  const [first, last] = [compared.years[0] ?? 0, compared.years.at(-1) ?? 0];
  const measured = view === 'comparison' || view === 'years';
  const change = (part: Partial<ComparedBy>) => onAsk({ ...asked, ...part });
  const years = compared.offered.map((year) => ({ value: String(year), label: formatSchoolYear(year) }));
  if (view === 'groups') return null;
  return (
    <Toolbar label="What to compare">
      {measured ? (
        <SelectField
          label="Measure"
          name="measure"
          width="short"
          value={measure}
          onChange={(value) => change({ measure: value })}
          options={MEASURES.map((value) => ({ value, label: measureWords(value) }))}
        />
      ) : null}
      {view === 'roll-up' ? null : (
        <SelectField
          label="Phase"
          name="phase"
          width="short"
          value={phase}
          onChange={(value) => change({ phase: value })}
          options={COMPARED_PHASES.map((value) => ({ value, label: phaseWords(value) }))}
        />
      )}
      <SelectField
        label="First year"
        name="from"
        width="short"
        value={String(first)}
        onChange={(from) => change({ from: Number(from), to: Math.max(Number(from), last) })}
        options={years}
      />
      <SelectField
        label="Last year"
        name="to"
        width="short"
        value={String(last)}
        onChange={(to) => change({ from: Math.min(first, Number(to)), to: Number(to) })}
        options={years}
      />
      {view === 'lengths' ? null : (
        <SelectField
          label="By"
          name="by"
          width="short"
          value={by}
          onChange={(value) => change({ by: value, within: undefined })}
          options={GROUPINGS.map((value) => ({ value, label: groupingWords(value) }))}
        />
      )}
    </Toolbar>
  );
}
