import { useState } from 'react';
import { useEditing } from '../../api/use-editing.ts';
import { EditedElsewhere } from '../../ui/feedback/edited-elsewhere.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { DeleteIcon, RecordCheckIcon, SaveIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { CaseFields } from './case-fields.tsx';
import { CheckPanel } from './check-panel.tsx';
import { DraftTroubles } from './draft-troubles.tsx';
import { FollowsBanner } from './follows-banner.tsx';
import { startOf } from './form-state.ts';
import { LivePanel } from './live-panel.tsx';
import { LiveRegion } from './live-region.tsx';
import { SavingText } from './saving-text.tsx';
import styles from './record.module.css';
import { useRecordCase, type CaseStart, type Holds } from './use-record-case.ts';

interface RecordFormProps {
  readonly start: CaseStart;
  /** Whether this user may issue, or keeps drafts for somebody who may. */
  readonly mayIssue: boolean;
  /** A fresh form. */
  readonly onAnother: () => void;
  /** Reads the draft anew; missing for one that was not opened from the record. */
  readonly onReopen: (() => void) | undefined;
  /** Told whenever it changes what would be lost with the form. */
  readonly onHolds?: ((holds: Holds) => void) | undefined;
}

/** Recording one case: fields at the left, consequences at the right, then the check before it binds. */
export function RecordForm({ start, mayIssue, onAnother, onReopen, onHolds }: RecordFormProps) {
  const today = useToday();
  const record = useRecordCase(start, onHolds);
  const { form, preview, checking, saving } = record;
  const others = useEditing('exclusion', saving.saved?.id);
  const [discarding, setDiscarding] = useState(false);

  const saveDraft = async () => {
    if ((await record.save()) === undefined) return;
    notify({
      title: 'Draft saved',
      text: mayIssue ? 'It waits on Today.' : 'It waits on Today for the head to decide.',
    });
  };
  const proceed = () => void (mayIssue ? record.check() : saveDraft());
  useHotkey('Ctrl+S', () => void saveDraft(), { description: 'Save the draft' });
  useHotkey('Ctrl+Enter', proceed, {
    enabled: checking === undefined,
    description: mayIssue ? 'Check and issue' : 'Save the draft for the head',
  });

  return (
    <Page>
      <PageHeader
        title="Record an exclusion"
        context={saving.saved ? 'Draft. It counts only once it is issued.' : undefined}
        keepFocus
        actions={
          saving.saved && checking === undefined ? (
            <>
              <Button variant="quiet" onClick={onAnother}>
                Record another
              </Button>
              <Button variant="quiet" icon={DeleteIcon} onClick={() => setDiscarding(true)}>
                Discard draft
              </Button>
            </>
          ) : undefined
        }
      />
      <SplitLayout
        kind="form"
        asideStays
        aside={
          <LiveRegion>
            <LivePanel
              preview={checking ?? preview}
              error={checking === undefined ? record.previewError : null}
              onRetry={record.retryPreview}
              checking={checking !== undefined}
              kind={form.kind}
              start={startOf(form)}
            />
          </LiveRegion>
        }
      >
        {checking === undefined ? (
          <>
            <EditedElsewhere others={others} />
            <ErrorSummary errors={record.summary} />
            {record.refused ? <ErrorCallout title="Not issued" error={record.refused} /> : null}
            {form.follows === undefined ? null : <FollowsBanner follows={form.follows} />}
            <div className={styles.fields}>
              <CaseFields record={record} focusPupil={form.pupil === null && !record.returned} />
            </div>
            <div className={styles.commands}>
              <DraftTroubles record={record} onReopen={onReopen} />
              <SavingText state={saving.state} />
              {mayIssue ? (
                <>
                  <Button icon={SaveIcon} shortcut="Ctrl+S" onClick={() => void saveDraft()}>
                    Save draft
                  </Button>
                  <Button
                    variant="primary"
                    icon={RecordCheckIcon}
                    shortcut="Ctrl+Enter"
                    onClick={proceed}
                    autoFocus={record.returned}
                  >
                    Check and issue
                  </Button>
                </>
              ) : (
                <Button variant="primary" icon={SaveIcon} shortcut="Ctrl+S" onClick={() => void saveDraft()}>
                  Save draft for the head to decide
                </Button>
              )}
            </div>
          </>
        ) : (
          <CheckPanel
            form={form}
            preview={checking}
            today={today}
            error={record.refused}
            issuing={record.issuing}
            onBack={record.backToForm}
            onIssue={() => void record.issue()}
          />
        )}
      </SplitLayout>
      <ConfirmDialog
        open={discarding}
        onClose={() => setDiscarding(false)}
        onConfirm={() => void record.discard()}
        title="Discard this draft?"
        confirmLabel="Discard the draft"
        cancelLabel="Keep it"
        destructive
        busy={record.discarding}
      >
        What is typed here is lost. The audit trail keeps that the draft was there and what it said.
      </ConfirmDialog>
    </Page>
  );
}
