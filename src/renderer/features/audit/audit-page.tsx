import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ExportIcon, PrintIcon, RecordCheckIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { AuditListPanel } from './audit-list-panel.tsx';
import { AuditRowPanel } from './audit-row-panel.tsx';
import { filterOf, type AuditSearch } from './audit-search.ts';
import { VerifyPanel } from './verify-panel.tsx';

/** Who did what, when: narrowed down, opened row by row, checked, and taken away as a file. */
export function AuditPage({ search }: { readonly search: AuditSearch }) {
  const navigate = useNavigate();
  const verify = useCommand('audit.verify');
  const write = useCommand('audit.export');
  const course = useJob(['audit.verify'], verify.isPending);
  const status = useOperation('setup.status', {}).data;
  const user = useOperation('session.get', {}).data?.userName;
  const [error, setError] = useState<{ readonly title: string; readonly error: AppError }>();
  const go = (next: AuditSearch) => void navigate({ to: '/settings/audit', search: next });
  const row = search.row === undefined ? undefined : Number(search.row);
  const close = () => {
    const { row: _, ...rest } = search;
    go(rest);
  };
  const failed = (title: string) => (failure: { readonly error: AppError }) => {
    if (failure.error.code !== 'cancelled') setError({ title, error: failure.error });
  };
  const exportCsv = () => {
    setError(undefined);
    write.mutate(filterOf(search), {
      onSuccess: ({ fileName, rows }) =>
        notify({
          title: `${plural(rows, 'row')} written`,
          text: `${fileName} is not protected: keep it safe.`,
        }),
      onError: failed('The trail was not written'),
    });
  };
  const check = () => {
    setError(undefined);
    verify.mutate({}, { onError: failed('The trail was not checked') });
  };
  return (
    <Page width="free">
      <PageHeader
        title="Audit trail"
        context="Who did what, when. Nothing here can be changed."
        actions={
          <>
            <Button icon={RecordCheckIcon} loading={verify.isPending} onClick={check}>
              Check the trail
            </Button>
            <Button icon={PrintIcon} onClick={() => window.print()}>
              Print
            </Button>
            <Button icon={ExportIcon} loading={write.isPending} onClick={exportCsv}>
              Export CSV…
            </Button>
          </>
        }
      />
      <SheetHead of={status?.school?.name ?? status?.authority?.name} printedBy={user} title="Audit trail" />
      {error ? <ErrorCallout title={error.title} error={error.error} /> : null}
      {verify.isPending ? (
        <JobProgress
          label={course.job?.text ?? 'Checking the audit trail'}
          fraction={course.job?.fraction}
          cancelling={course.cancelling}
          onCancel={course.job ? course.cancel : undefined}
        />
      ) : null}
      {verify.data ? <VerifyPanel result={verify.data} /> : null}
      <AuditFilterBar search={search} onSearch={go} />
      {row !== undefined && Number.isInteger(row) && row > 0 ? (
        <AuditRowPanel id={row} onClose={close} />
      ) : null}
      <AuditListPanel
        key={JSON.stringify(filterOf(search))}
        search={search}
        onOpen={({ id }) => go({ ...search, row: String(id) })}
        onShowAll={() => go({})}
      />
    </Page>
  );
}
