import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { useDelayed } from '../../ui/hooks/use-delayed.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { DryRun } from './dry-run.tsx';
import { ImportDone } from './import-done.tsx';
import { UnreadableFile } from './unreadable-file.tsx';
import { useStepFocus } from './use-step-focus.ts';
import { useJob } from '../../api/use-job.ts';
import { usePupilImport } from './use-pupil-import.ts';
import styles from './import.module.css';

const LONG_WORK = ['pupils.preview-import', 'pupils.import'] as const;

/** A pupil file in: choose, say which column is what, look at the dry run, import. */
export function ImportPage() {
  const state = usePupilImport();
  const { step, error } = state;
  const working = state.checking || state.importing;
  const { job, cancelling, cancel } = useJob(LONG_WORK, working);
  const slow = useDelayed(working, 300);
  const stepBox = useStepFocus(step.at);

  return (
    <Page width={step.at === 'check' || error?.problems !== undefined ? 'free' : 'form'}>
      <PageHeader
        title="Import pupils"
        context={step.at === 'file' || step.at === 'done' ? undefined : step.file.name}
        actions={step.at === 'done' ? undefined : <ButtonLink to="/pupils">Back to pupils</ButtonLink>}
      />
      {error === undefined || error.problems !== undefined ? null : (
        <ErrorCallout
          error={error}
          title={step.at === 'check' ? 'The pupils were not imported' : 'The file was not opened'}
          {...(error.code === 'conflict' && step.at === 'check'
            ? { onRetry: () => state.check(step.file, step.inspection, step.mapping) }
            : {})}
        />
      )}
      <div ref={stepBox} className={styles.step} tabIndex={-1}>
        {step.at === 'file' ? (
          <FileDrop
            title="Drop a pupil file here, or choose it"
            hint="A Common Transfer File (.xml), or a spreadsheet saved as CSV. Nothing is saved until you have seen what would change."
            chooseLabel="Choose a file…"
            onChoose={state.chooseFile}
            onDropFiles={state.drop}
            busy={state.choosing || working}
          />
        ) : null}
        {step.at === 'columns' ? (
          <ColumnMapping
            inspection={step.inspection}
            mapping={step.mapping}
            busy={working}
            onChange={state.map}
            onCheck={() => state.check(step.file, step.inspection, step.mapping)}
            onAnotherFile={state.startAgain}
          />
        ) : null}
        {step.at === 'check' && error?.problems !== undefined ? (
          <UnreadableFile
            error={error}
            onAnotherFile={state.startAgain}
            {...(step.inspection.kind === 'pupil-csv' ? { onColumns: state.backToColumns } : {})}
          />
        ) : null}
        {step.at === 'file' && error?.problems !== undefined ? <UnreadableFile error={error} /> : null}
        {step.at === 'check' && step.preview !== undefined && error?.problems === undefined ? (
          <DryRun
            key={step.preview.sha256}
            preview={step.preview}
            busy={working}
            onImport={state.import}
            onAnotherFile={state.startAgain}
            {...(step.inspection.kind === 'pupil-csv' ? { onColumns: state.backToColumns } : {})}
          />
        ) : null}
        {step.at === 'done' ? <ImportDone imported={step.imported} onAnotherFile={state.startAgain} /> : null}
      </div>
      {slow ? (
        <div className={styles.progress}>
          <JobProgress
            label={job?.text ?? (state.importing ? 'Importing' : 'Checking the file')}
            fraction={job?.fraction}
            {...(job ? { onCancel: cancel } : {})}
            cancelling={cancelling}
          />
        </div>
      ) : null}
    </Page>
  );
}
