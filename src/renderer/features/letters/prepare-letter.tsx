import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useCommand } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { fieldId } from '../../ui/form/field-id.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { AgreementList } from './agreement-list.tsx';
import { fillBlocks, fillGaps } from './fill-gaps.ts';
import { GapFields } from './gap-fields.tsx';
import { IssuePanel, type Sending } from './issue-panel.tsx';
import { LetterCommands } from './letter-commands.tsx';
import { LetterLayout } from './letter-layout.tsx';
import { Paper } from './paper.tsx';
import { SentLog } from './sent-log.tsx';
import { StaleCallout } from './stale-callout.tsx';
import type { Opened } from './types.ts';
import { useGapSaving } from './use-gap-saving.ts';

/** A letter being prepared: the paper at the left; what is missing, what agrees and the sending at the right. */
export function PrepareLetter({ opened }: { readonly opened: Opened }) {
  const navigate = useNavigate();
  const mayWrite = useMay('letters.write');
  const mayIssue = useMay('letters.issue');
  const saving = useGapSaving(opened);
  const issuing = useCommand('letters.issue');
  const { exclusionId, templateId, title, party, issues } = opened;
  const gaps = fillGaps(opened.gaps, saving.typed);
  const missing = gaps.filter(({ from }) => from === 'missing');
  const differs = opened.agreement.find(({ ok, blocks }) => !ok && blocks);
  const firstToFill = mayWrite ? missing.find(({ editable }) => editable)?.key : undefined;
  const barred =
    missing.length > 0
      ? `It cannot go yet: ${plural(missing.length, 'gap is', 'gaps are')} missing.`
      : differs === undefined
        ? undefined
        : `It cannot go yet: ${differs.what} differs.`;

  const takeFocus = useEffectEvent(() => {
    if (firstToFill !== undefined) document.getElementById(fieldId(`gaps.${firstToFill}`))?.focus();
  });
  useEffect(() => takeFocus(), []);

  const issue = async (sending: Sending) => {
    // What is on the screen is what goes.
    const kept = await saving.saveNow();
    if (!kept.ok) return;
    const version = kept.version === undefined ? {} : { version: kept.version };
    issuing.mutate(
      { exclusionId, templateId, ...version, ...sending },
      {
        onSuccess: () => {
          notify({ title: `${title} issued`, text: 'It is in the log of the case, exactly as it was sent.' });
          void navigate({ to: '/record', search: { exclusion: exclusionId, next: true } });
        },
      },
    );
  };

  return (
    <>
      <ScreenOnly>
        <PageHeader
          title={title}
          keepFocus={firstToFill !== undefined}
          status={
            missing.length > 0 ? (
              <StatusTag tone="overdue">{plural(missing.length, 'gap')} to fill</StatusTag>
            ) : (
              <StatusTag tone="info">Ready</StatusTag>
            )
          }
          context={
            <>
              About <PersonName name={opened.pupilName} /> · goes to: {party} · Rules: {opened.ruleSet}
            </>
          }
          actions={
            <LetterCommands
              exclusionId={exclusionId}
              templateId={templateId}
              beforeFile={async () => (await saving.saveNow()).ok}
            />
          }
        />
      </ScreenOnly>
      <LetterLayout
        paper={
          <Paper
            blocks={fillBlocks(opened.blocks, saving.typed)}
            title={title}
            labels={new Map(gaps.map(({ key, label }) => [key, label]))}
            editable={new Set(mayWrite ? gaps.filter((gap) => gap.editable).map(({ key }) => key) : [])}
          />
        }
      >
        <StaleCallout stale={newestOf(issues)?.stale ?? []} />
        <GapFields gaps={gaps} saving={saving} mayWrite={mayWrite} exclusionId={exclusionId} />
        <AgreementList agreement={opened.agreement} />
        {mayIssue ? (
          <IssuePanel
            suggestedTo={opened.suggestedTo}
            barred={barred}
            fulfils={opened.dutyKey !== undefined}
            busy={issuing.isPending}
            error={issuing.error?.error}
            onIssue={(sending) => void issue(sending)}
          />
        ) : null}
        <SentLog exclusionId={exclusionId} templateId={templateId} issues={issues} />
      </LetterLayout>
    </>
  );
}

const newestOf = (issues: Opened['issues']): Opened['issues'][number] | undefined =>
  issues.toSorted((one, other) => (one.issuedAt < other.issuedAt ? 1 : -1))[0];
