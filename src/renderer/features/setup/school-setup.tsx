import { useCallback, useState } from 'react';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { OperationError, useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { daysOf, type Promised } from '../../ui/calendar/promised.ts';
import { draftProblems, fromOperation, termsOf, type YearDraft } from '../../ui/calendar/year-draft.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { BackIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { classes } from '../../ui/theme/classes.ts';
import { CalendarStep } from './calendar-step.tsx';
import { CheckStep } from './check-step.tsx';
import { DayStep } from './day-step.tsx';
import { dayProblems, NO_SCHOOL, plainNumber, schoolProblems, USUAL_TIMES } from './school-draft.ts';
import { NOBODY_YET, personProblems } from './person-draft.ts';
import { PersonStep } from './person-step.tsx';
import { SchoolStep } from './school-step.tsx';
import { StepList, STEPS, type Step } from './steps.tsx';
import { useSetUp } from './use-set-up.ts';
import styles from './setup.module.css';

interface Props {
  readonly currentYear: SchoolYear;
  readonly onBack: () => void;
}

/** Set up one school in five steps; nothing is kept before the last. */
export function SchoolSetup({ currentYear, onBack }: Props) {
  const [step, setStep] = useState<Step>('school');
  const [school, setSchool] = useState(NO_SCHOOL);
  const [schoolYear, setSchoolYear] = useState(currentYear);
  const [years, setYears] = useState<Readonly<Record<SchoolYear, YearDraft>>>({});
  const [times, setTimes] = useState(USUAL_TIMES);
  const [promised, setPromised] = useState<Promised>({ everybody: true, inCare: false });
  // The first person's password is kept nowhere: it is typed again.
  useKeptForm('setup/school', { step, school, schoolYear, years, times, promised }, (was) => {
    setStep(was.step);
    setSchool(was.school);
    setSchoolYear(was.schoolYear);
    setYears(was.years);
    setTimes(was.times);
    setPromised(was.promised);
  });
  const [person, setPerson] = useState(NOBODY_YET);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { mutateAsync: createSchool } = useCommand('setup.create-school');
  const { setUp, busy, error, clearError } = useSetUp();
  const draft = years[schoolYear];
  const setDraft = useCallback(
    (next: YearDraft) => setYears((all) => ({ ...all, [schoolYear]: next })),
    [schoolYear],
  );

  const changeSchool = (next: typeof school) => {
    setSchool(next);
    if (errors.some(({ path }) => path === 'find')) setErrors([]);
  };
  const goTo = (next: Step) => {
    setErrors([]);
    clearError();
    setStep(next);
  };
  const problemsOf: Readonly<Record<Step, () => readonly FieldError[]>> = {
    school: () => schoolProblems(school),
    calendar: () => (draft ? draftProblems(draft, schoolYear) : []),
    day: () => dayProblems(times),
    person: () => personProblems(person, school.name),
    check: () => [],
  };
  const next = () => {
    const problems = problemsOf[step]();
    const after = STEPS[STEPS.indexOf(step) + 1];
    if (problems.length > 0) setErrors(problems);
    else if (after) goTo(after);
    else void finish();
  };
  const back = () => {
    const before = STEPS[STEPS.indexOf(step) - 1];
    if (before) goTo(before);
    else onBack();
  };

  async function finish() {
    if (!draft) return;
    const { urn, name, phase, headName } = school;
    const terms = termsOf(draft, schoolYear);
    const input = {
      school: {
        laEstab: plainNumber(school.laEstab),
        name: name.trim(),
        phase,
        ...(urn.trim() === '' ? {} : { urn: urn.trim() }),
      },
      headName: headName.trim(),
      administrator: { ...person, name: person.name.trim() },
      terms,
      closures: [...draft.closures],
      sessionTimes: [...times],
      ...daysOf(promised),
    };
    const work = () =>
      createSchool(input).catch((failed: unknown) => {
        if (failed instanceof OperationError) showFields(fromOperation(failed.error.fields ?? [], terms));
        throw failed;
      });
    const done = await setUp(work, { to: '/pupils/import' });
    if (done)
      notify({ tone: 'done', title: `${input.school.name} is set up`, text: 'Next, bring in your pupils.' });
  }

  /** What main refused is shown where it can be corrected. */
  function showFields(fields: readonly FieldError[]) {
    const [first] = fields;
    if (!first) return;
    const home: Step = /^(school|headName)/.test(first.path)
      ? 'school'
      : first.path.startsWith('sessionTimes')
        ? 'day'
        : first.path.startsWith('administrator')
          ? 'person'
          : 'calendar';
    setStep(home);
    setErrors(fields);
  }

  return (
    <div className={classes(styles.setup, step === 'calendar' && styles.wide)}>
      <PageHeader title="Set up my school" />
      <StepList step={step} />
      <ErrorSummary errors={errors} />
      {error && errors.length === 0 ? (
        <ErrorCallout title="Your school was not set up" error={error} />
      ) : null}
      {step === 'school' ? <SchoolStep school={school} onChange={changeSchool} errors={errors} /> : null}
      {step === 'calendar' ? (
        <CalendarStep
          currentYear={currentYear}
          schoolYear={schoolYear}
          onYear={(year) => {
            setErrors([]);
            setSchoolYear(year);
          }}
          draft={draft}
          onChange={setDraft}
          errors={errors}
        />
      ) : null}
      {step === 'day' ? (
        <DayStep
          times={times}
          onTimes={setTimes}
          promised={promised}
          onPromised={setPromised}
          errors={errors}
        />
      ) : null}
      {step === 'person' ? (
        <PersonStep person={person} onChange={setPerson} whose={school.name} errors={errors} />
      ) : null}
      {step === 'check' && draft ? (
        <CheckStep
          school={school}
          person={person}
          schoolYear={schoolYear}
          draft={draft}
          times={times}
          promised={promised}
          onStep={goTo}
        />
      ) : null}
      <div className={styles.buttons}>
        <Button variant="quiet" icon={BackIcon} onClick={back} disabled={busy}>
          Back
        </Button>
        <Button
          variant="primary"
          onClick={next}
          loading={busy}
          disabled={step === 'calendar' && !draft}
          disabledReason="The dates are still loading."
        >
          {step === 'check' ? 'Finish and bring in pupils' : 'Continue'}
        </Button>
      </div>
    </div>
  );
}
