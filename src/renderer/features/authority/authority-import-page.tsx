import { useOperation } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { useDelayed } from '../../ui/hooks/use-delayed.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { DemonstrationOffer } from './demonstration-offer.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { useImport } from './use-import.ts';

/** Returns in: dropped or chosen, each file whole or not at all, with what became of each. */
export function AuthorityImportPage() {
  const status = useOperation('setup.status', {}).data;
  const state = useImport();
  const slow = useDelayed(state.running, 100);
  const { outcomes } = state;
  return (
    <Page width={outcomes ? 'free' : 'form'}>
      <PageHeader
        title="Import returns"
        context={
          status?.authority
            ? `Of schools of ${status.authority.name} (${status.authority.code}). Each file is taken whole or not at all.`
            : undefined
        }
        actions={<ButtonLink to="/authority">Back to the schools</ButtonLink>}
      />
      {state.error ? <ErrorCallout title="Nothing was imported" error={state.error} /> : null}
      {outcomes === undefined && !slow ? (
        <FileDrop
          title="Drop returns here, or a whole folder of them"
          hint="Census or authority XML, workbooks and CSV made by First Day, sealed returns, zip files of them, and other systems’ CSV once its columns are named. Copies and older versions are recognised."
          chooseLabel="Choose files…"
          onChoose={state.chooseFiles}
          onChooseFolder={state.chooseFolder}
          onDropFiles={state.drop}
          busy={state.choosing || state.running}
        />
      ) : null}
      {slow ? (
        <JobProgress
          label={state.progress?.text ?? 'Looking for returns'}
          fraction={state.progress?.fraction}
          {...(state.progress ? { onCancel: state.cancel } : {})}
          cancelling={state.cancelling}
        />
      ) : null}
      {outcomes ? (
        <OutcomePanel imported={outcomes} onAgain={state.startAgain} onGoOn={state.importFiles} />
      ) : null}
      {status?.demonstration && outcomes === undefined && !state.running ? (
        <DemonstrationOffer onImport={(fileId) => state.importFiles([fileId])} />
      ) : null}
    </Page>
  );
}
