import { RULE_SETS, ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import { capitalise, exclusionNoun } from '#shared/text/exclusion-words.ts';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { DecisionFields } from './decision-fields.tsx';
import { byField } from './form-problems.ts';
import type { RecordForm } from './form-state.ts';
import { IncidentFields } from './incident-fields.tsx';
import { LengthFields } from './length-fields.tsx';
import { PupilField } from './pupil-field.tsx';
import { ReasonPicker } from './reason-picker.tsx';
import type { RecordCase } from './use-record-case.ts';
import { WorkedBefore } from './worked-before.tsx';

const KINDS: readonly ExclusionKind[] = ['fixed-period', 'permanent', 'lunchtime'];

/** The three kinds in the words of the rules on the day of the start. */
function kindOptions(date: string) {
  const ruleSet = ruleSetOn(date) ?? RULE_SETS[0];
  return KINDS.map((value) => ({
    value,
    label: ruleSet === undefined ? value : capitalise(exclusionNoun(value, ruleSet)),
  }));
}

interface CaseFieldsProps {
  readonly record: RecordCase;
  /** A new case begins with the pupil. */
  readonly focusPupil: boolean;
}

/** Every field of a case, in the order in which people tell it. */
export function CaseFields({ record, focusPupil }: CaseFieldsProps) {
  const today = useToday();
  const { form, change, preview } = record;
  const errors = byField(record.errors);
  const changeKind = (kind: ExclusionKind) => {
    // 2.5 days is no number of lunchtimes.
    const whole = form.length === null || Number.isInteger(form.length);
    change({ kind, ...(kind === 'lunchtime' && !whole ? { length: null } : {}) });
  };
  return (
    <>
      <Panel>
        <Stack gap={4}>
          <PupilField
            value={form.pupil}
            onChange={(pupil) => change({ pupil })}
            error={errors['pupilId']}
            autoFocus={focusPupil}
          />
          <SegmentedChoice
            label="Kind"
            name="kind"
            value={form.kind}
            onChange={changeKind}
            options={kindOptions(form.startDate ?? today)}
            error={errors['kind']}
          />
        </Stack>
      </Panel>
      {form.pupil === null ? null : <WorkedBefore pupilId={form.pupil.id} />}
      <Panel title="The incident">
        <Stack gap={4}>
          <IncidentFields form={form} onChange={change} errors={errors} />
        </Stack>
      </Panel>
      <Panel title="The decision">
        <Stack gap={4}>
          <LengthFields form={form} onChange={change} preview={preview} errors={errors} />
          <ReasonPicker
            value={form.reasons}
            onChange={(reasons) => change({ reasons })}
            date={reasonsDay(form, today)}
            error={errors['reasons']}
          />
          <DecisionFields
            form={form}
            deciders={record.deciders}
            onChange={change}
            errors={errors}
            today={today}
          />
        </Stack>
      </Panel>
    </>
  );
}

/** The day whose reason codes hold: the start's, until there is one the incident's. */
const reasonsDay = ({ startDate, incidentOn }: RecordForm, today: string): string =>
  startDate ?? incidentOn ?? today;
