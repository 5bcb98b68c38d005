import { PAPER_KINDS, TRANSPORTERS } from '#shared/domain/providers/types.ts';
import { fromMiles, toMiles } from '#shared/text/miles.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { RULE_GROUP_WORDS, TRANSPORTER_WORDS } from '#shared/text/provider-rules-words.ts';
import { NumberBlank } from '../../ui/form/number-blank.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { SentenceRow } from '../../ui/form/sentence-row.tsx';
import { ToggleSet } from '../../ui/form/toggle-set.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { CourseFields } from './provider-courses.tsx';
import type { RuleFields } from './provider-rule-fields.ts';

const PAPER_LABELS = {
  'handover-form': 'Handover form',
  work: 'Work',
  contacts: 'Parents’ numbers',
  medical: 'Medical needs',
  'risk-assessment': 'Risk assessment',
  'support-plan': 'Support plan',
} as const;

const PAPERS = PAPER_KINDS.map((value) => ({ value, label: PAPER_LABELS[value] }));
const BRINGERS = TRANSPORTERS.map((value) => ({ value, label: capitalise(TRANSPORTER_WORDS[value]) }));

/** Money as people write it: "38.50", "40". */
const pounds = (amount: number): string => (Number.isInteger(amount) ? String(amount) : amount.toFixed(2));

/** What goes with a stay: before it, during and after it, what it costs and the way there. */
export function StayRules({ rules, errors, change }: RuleFields) {
  const { papers, workDaysBefore, reportDays, followUpDays, courses, transport, costPence, distanceMetres } =
    rules;
  return (
    <>
      <Panel title={RULE_GROUP_WORDS.before}>
        <SentenceRow
          label="Code of conduct"
          name="rules.codeOfConduct"
          on={rules.codeOfConduct}
          off="No code of conduct is signed."
          onSwitch={(codeOfConduct) => change({ codeOfConduct })}
        >
          Parent and pupil sign a code of conduct before the start.
        </SentenceRow>
        <SentenceRow
          label="Papers"
          name="rules.papers"
          on={papers !== undefined}
          off="No papers are asked for before a pupil arrives."
          errors={errors}
          onSwitch={(on) => change({ papers: on ? ['handover-form'] : undefined })}
        >
          Before a pupil arrives it has
          <ToggleSet
            label="Papers it has before a pupil arrives"
            name="rules.papers"
            options={PAPERS}
            value={papers ?? []}
            onChange={(chosen) => change({ papers: chosen })}
          />
        </SentenceRow>
        <SentenceRow
          label="Work"
          name="rules.workDaysBefore"
          on={workDaysBefore !== undefined}
          off="The school need not set work."
          errors={errors}
          onSwitch={(on) => change({ workDaysBefore: on ? 1 : undefined })}
        >
          The school’s work is due
          <NumberBlank
            label="School days before the stay at which work is due"
            name="rules.workDaysBefore"
            value={workDaysBefore ?? null}
            min={0}
            max={10}
            invalid={'rules.workDaysBefore' in errors}
            onChange={(days) => change({ workDaysBefore: days })}
          />
          school days before the stay (0: that day).
        </SentenceRow>
      </Panel>

      <Panel title={RULE_GROUP_WORDS.after}>
        <SentenceRow
          label="Weekly review"
          name="rules.weeklyReview"
          on={rules.weeklyReview}
          off="No weekly review is asked for."
          onSwitch={(weeklyReview) => change({ weeklyReview })}
        >
          Work and behaviour are reviewed every week.
        </SentenceRow>
        <SentenceRow
          label="Courses"
          name="rules.courses"
          on={courses !== undefined}
          off="No course goes on from stay to stay."
          errors={errors}
          paths={(courses ?? []).flatMap((_, at) => [
            `rules.courses.${String(at)}.name`,
            `rules.courses.${String(at)}.sessions`,
          ])}
          onSwitch={(on) => change({ courses: on ? [{ name: '', sessions: 6 }] : undefined })}
        >
          <CourseFields
            courses={courses ?? []}
            errors={errors}
            onChange={(next) => change({ courses: next.length > 0 ? next : undefined })}
          />
        </SentenceRow>
        <SentenceRow
          label="Report"
          name="rules.reportDays"
          on={reportDays !== undefined}
          off="No report at the end of a stay."
          errors={errors}
          onSwitch={(on) => change({ reportDays: on ? 5 : undefined })}
        >
          A report is due within
          <NumberBlank
            label="School days after the stay at which the report is due"
            name="rules.reportDays"
            value={reportDays ?? null}
            min={0}
            max={30}
            invalid={'rules.reportDays' in errors}
            onChange={(days) => change({ reportDays: days })}
          />
          school days of the end of the stay (0: that day).
        </SentenceRow>
        <SentenceRow
          label="Evaluation sheets"
          name="rules.evaluation"
          on={rules.evaluation}
          off="No evaluation sheets."
          onSwitch={(evaluation) => change({ evaluation })}
        >
          Parent and pupil fill in an evaluation sheet after the stay.
        </SentenceRow>
        <SentenceRow
          label="Follow-up"
          name="rules.followUpDays"
          on={followUpDays !== undefined}
          off="No follow-up after the return."
          errors={errors}
          onSwitch={(on) => change({ followUpDays: on ? 10 : undefined })}
        >
          The pupil is looked up again
          <NumberBlank
            label="School days after the return at which the pupil is looked up again"
            name="rules.followUpDays"
            value={followUpDays ?? null}
            min={1}
            max={60}
            invalid={'rules.followUpDays' in errors}
            onChange={(days) => change({ followUpDays: days })}
          />
          school days after the return.
        </SentenceRow>
      </Panel>

      <Panel title={RULE_GROUP_WORDS.way}>
        <SentenceRow
          label="Way there"
          name="rules.transport"
          on={transport !== undefined}
          off="Nobody is named who brings pupils."
          onSwitch={(on) => change({ transport: on ? 'authority' : undefined })}
        >
          <SelectField
            label="Who brings pupils there and back"
            hideLabel
            name="rules.transport"
            width="short"
            value={transport ?? null}
            options={BRINGERS}
            onChange={(next) => change({ transport: next })}
          />
          {transport === 'parents' ? 'bring' : 'brings'} pupils there and back.
        </SentenceRow>
        <SentenceRow
          label="Cost"
          name="rules.costPence"
          on={costPence !== undefined}
          off="What a place costs is not given."
          errors={errors}
          onSwitch={(on) => change({ costPence: on ? null : undefined })}
        >
          A place costs £
          <NumberBlank
            wide
            label="Cost of a place in one session, in pounds"
            name="rules.costPence"
            value={typeof costPence !== 'number' ? null : costPence / 100}
            min={0}
            max={100_000}
            format={pounds}
            invalid={'rules.costPence' in errors}
            onChange={(amount) => change({ costPence: amount === null ? null : Math.round(amount * 100) })}
          />
          a session.
        </SentenceRow>
        <SentenceRow
          label="Distance"
          name="rules.distanceMetres"
          on={distanceMetres !== undefined}
          off="How far it is from our school is not given."
          errors={errors}
          onSwitch={(on) => change({ distanceMetres: on ? null : undefined })}
        >
          It is
          <NumberBlank
            label="Miles from our school"
            name="rules.distanceMetres"
            value={typeof distanceMetres !== 'number' ? null : toMiles(distanceMetres)}
            min={0}
            max={300}
            step={0.1}
            format={(miles) => String(Math.round(miles * 10) / 10)}
            invalid={'rules.distanceMetres' in errors}
            onChange={(miles) => change({ distanceMetres: miles === null ? null : fromMiles(miles) })}
          />
          miles from our school (0: our own site).
        </SentenceRow>
      </Panel>
    </>
  );
}
