import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { formatHalfDays } from '#shared/text/exclusion-words.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { BackIcon, PersonIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { TakeoverCheck } from './takeover-check.tsx';
import { useTakeover, type Step } from './use-takeover.ts';

export interface TakeoverPageProps {
  /** The pupil whose page one came from: the file must be of this one. */
  readonly pupilId?: string | undefined;
}

/** A pupil's file from the school before: choose it, see whose it is and what would count, take it over. */
export function TakeoverPage({ pupilId }: TakeoverPageProps) {
  const state = useTakeover(pupilId);
  const { step, error } = state;
  return (
    <Page width={step.at === 'check' ? 'free' : 'form'}>
      <PageHeader
        title="Take over a pupil’s file"
        context={step.at === 'check' ? step.preview.fileName : undefined}
        actions={
          pupilId === undefined ? (
            <ButtonLink to="/pupils" icon={BackIcon}>
              Back to pupils
            </ButtonLink>
          ) : (
            <ButtonLink to="/pupils/$pupilId" params={{ pupilId }} icon={BackIcon}>
              Back to the pupil
            </ButtonLink>
          )
        }
      />
      {error ? <Refused error={error} /> : null}
      {step.at === 'file' ? (
        <FileDrop
          title="Drop the pupil’s file here, or choose it"
          hint="The file that the school before wrote on the pupil’s page (.pupil.json). Nothing is saved until you have seen what would change."
          chooseLabel="Choose a file…"
          onChoose={state.chooseFile}
          onDropFiles={state.drop}
          busy={state.working}
        />
      ) : null}
      {step.at === 'check' ? (
        <TakeoverCheck
          preview={step.preview}
          busy={state.taking || state.working}
          onAnswer={state.answer}
          onTake={state.take}
          onAnotherFile={state.startAgain}
        />
      ) : null}
      {step.at === 'done' ? <Done step={step} onAnotherFile={state.startAgain} /> : null}
    </Page>
  );
}

function Refused({ error }: { readonly error: NonNullable<ReturnType<typeof useTakeover>['error']> }) {
  const [problem] = error.problems ?? [];
  if (problem === undefined) return <ErrorCallout title="Nothing was taken over" error={error} />;
  return (
    <Callout tone="overdue" title="Nothing was taken over" live="alert">
      <Stack gap={2}>
        <Text>
          {problem.message}
          {problem.element === 'signature' && problem.value !== undefined ? ` Key: ${problem.value}.` : null}
        </Text>
        <Text>{problem.remedy}</Text>
      </Stack>
    </Callout>
  );
}

function Done({
  step: { taken, preview },
  onAnotherFile,
}: {
  readonly step: Extract<Step, { readonly at: 'done' }>;
  readonly onAnotherFile: () => void;
}) {
  const now = Math.max(0, ...preview.terms.map(({ schoolYear }) => schoolYear));
  const halfDays = taken.terms
    .filter(({ schoolYear }) => schoolYear === now)
    .reduce((sum, { after }) => sum + after, 0);
  return (
    <Callout
      tone="done"
      live="status"
      title={taken.outcome === 'same' ? 'This very file was here already' : 'The file is taken over'}
      actions={
        <>
          <ButtonLink
            to="/pupils/$pupilId"
            params={{ pupilId: taken.pupilId }}
            variant="primary"
            icon={PersonIcon}
          >
            Open the pupil
          </ButtonLink>
          <Button onClick={onAnotherFile}>Another file</Button>
        </>
      }
    >
      {taken.outcome === 'same'
        ? 'Nothing was changed.'
        : halfDays === 0
          ? 'No days at earlier schools count.'
          : `${formatHalfDays(halfDays)} at earlier schools count towards the limits of the school year ${formatSchoolYear(now)}.`}
    </Callout>
  );
}
