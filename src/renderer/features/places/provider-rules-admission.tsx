import { sayYearGroup } from '#shared/text/rule-words.ts';
import { NumberBlank } from '../../ui/form/number-blank.tsx';
import { SentenceRow } from '../../ui/form/sentence-row.tsx';
import { ToggleSet } from '../../ui/form/toggle-set.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { RULE_GROUP_WORDS } from '#shared/text/provider-rules-words.ts';
import type { RuleFields } from './provider-rule-fields.ts';
import { SpanBlanks } from './provider-span-blanks.tsx';

const YEARS = Array.from({ length: 14 }, (_, year) => ({
  value: String(year),
  label: year === 0 ? 'R' : String(year),
  hint: sayYearGroup(year),
}));

/** Who is taken, and when and for how long: the rules of admission. */
export function AdmissionRules({ rules, errors, change }: RuleFields) {
  const { yearGroups, longerThanDays, noticeDays } = rules;
  return (
    <>
      <Panel title={RULE_GROUP_WORDS.who}>
        <SentenceRow
          label="Year groups"
          name="rules.yearGroups"
          on={yearGroups !== undefined}
          off="Takes pupils of any year."
          errors={errors}
          onSwitch={(on) => change({ yearGroups: on ? [] : undefined })}
        >
          Takes pupils of years
          <ToggleSet
            label="Year groups taken"
            name="rules.yearGroups"
            options={YEARS}
            value={(yearGroups ?? []).map(String)}
            onChange={(years) => change({ yearGroups: years.map(Number) })}
          />
        </SentenceRow>
        <SentenceRow
          label="Groups apart"
          name="rules.separateGroups"
          on={rules.separateGroups}
          off="Primary, secondary and long-term pupils may share a session."
          onSwitch={(separateGroups) => change({ separateGroups })}
        >
          Primary, secondary and long-term pupils never share a session.
        </SentenceRow>
        <SentenceRow
          label="Parents’ choice"
          name="rules.parentChooses"
          on={rules.parentChooses}
          off="The pupil is expected to attend."
          onSwitch={(parentChooses) => change({ parentChooses })}
        >
          The parents choose whether the pupil attends or stays at home.
        </SentenceRow>
      </Panel>

      <Panel title={RULE_GROUP_WORDS.when}>
        <SentenceRow
          label="Days of the exclusion"
          name="rules.window"
          on={rules.window !== undefined}
          off="Takes pupils on any day of an exclusion."
          errors={errors}
          paths={['rules.window.fromDay', 'rules.window.toDay']}
          onSwitch={(on) => change({ window: on ? { from: 1, to: null } : undefined })}
        >
          Takes pupils
          <SpanBlanks
            name="rules.window"
            span={rules.window}
            errors={errors}
            onChange={(window) => change({ window })}
          />
        </SentenceRow>
        <SentenceRow
          label="Length of the exclusion"
          name="rules.longerThanDays"
          on={longerThanDays !== undefined}
          off="Takes exclusions of any length."
          errors={errors}
          onSwitch={(on) => change({ longerThanDays: on ? 3 : undefined })}
        >
          Takes only exclusions of more than
          <NumberBlank
            label="Exclusions of more than how many days"
            name="rules.longerThanDays"
            value={longerThanDays ?? null}
            min={1}
            max={45}
            invalid={'rules.longerThanDays' in errors}
            onChange={(days) => change({ longerThanDays: days })}
          />
          days.
        </SentenceRow>
        <SentenceRow
          label="Length of a stay"
          name="rules.stay"
          on={rules.stay !== undefined}
          off="A stay may have any length."
          errors={errors}
          paths={['rules.minDays', 'rules.maxDays']}
          onSwitch={(on) => change({ stay: on ? { from: 2, to: 14 } : undefined })}
        >
          A stay has
          <NumberBlank
            label="Fewest days of a stay"
            name="rules.minDays"
            value={rules.stay?.from ?? null}
            min={1}
            max={100}
            invalid={'rules.minDays' in errors}
            onChange={(from) => change({ stay: { from, to: rules.stay?.to ?? null } })}
          />
          to
          <NumberBlank
            label="Most days of a stay"
            name="rules.maxDays"
            value={rules.stay?.to ?? null}
            min={1}
            max={200}
            invalid={'rules.maxDays' in errors}
            onChange={(to) => change({ stay: { from: rules.stay?.from ?? null, to } })}
          />
          days (empty: no limit).
        </SentenceRow>
        <SentenceRow
          label="Notice"
          name="rules.noticeDays"
          on={noticeDays !== undefined}
          off="Takes a pupil at once."
          errors={errors}
          onSwitch={(on) => change({ noticeDays: on ? 1 : undefined })}
        >
          Asks for
          <NumberBlank
            label="School days of notice"
            name="rules.noticeDays"
            value={noticeDays ?? null}
            min={1}
            max={10}
            invalid={'rules.noticeDays' in errors}
            onChange={(days) => change({ noticeDays: days })}
          />
          school days of notice before the first session.
        </SentenceRow>
      </Panel>
    </>
  );
}
