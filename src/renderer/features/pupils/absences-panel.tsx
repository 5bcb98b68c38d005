import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { ABSENCE_NOT_COUNTED, UNLAWFUL_ABSENCE } from '#shared/text/absence-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { AddIcon, RecordIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { AbsenceForm } from './absence-form.tsx';
import styles from './pupil.module.css';

type Absence = OperationOutput<'absences.list'>['absences'][number];

/** Absences at the school's request: noted as what they are, said to be unlawful, and put right from here. */
export function AbsencesPanel({ pupilId }: { readonly pupilId: string }) {
  const list = useOperation('absences.list', { pupilId });
  const mayRecord = useMay('exclusions.record');
  const [noting, setNoting] = useState(false);
  return (
    <Panel
      title="Asked to stay at home"
      actions={
        mayRecord && !noting ? (
          <Button size="small" icon={AddIcon} onClick={() => setNoting(true)}>
            Note an absence
          </Button>
        ) : undefined
      }
    >
      <Stack gap={3}>
        <Loaded query={list} what="the absences">
          {({ absences }) => (
            <>
              {noting || absences.some(({ exclusion }) => exclusion?.draft !== false) ? (
                <Callout tone="overdue" title="This is unlawful">
                  {UNLAWFUL_ABSENCE} {ABSENCE_NOT_COUNTED}
                </Callout>
              ) : null}
              {noting ? <AbsenceForm pupilId={pupilId} onDone={() => setNoting(false)} /> : null}
              {absences.length === 0 && !noting ? (
                <Text muted>
                  Nothing noted. If the school ever asked for the pupil to be kept at home without an
                  exclusion, note it here: it can then be recorded properly.
                </Text>
              ) : null}
              <ul className={styles.contacts}>
                {absences.map((absence) => (
                  <AbsenceEntry key={absence.id} absence={absence} mayRecord={mayRecord} />
                ))}
              </ul>
            </>
          )}
        </Loaded>
      </Stack>
    </Panel>
  );
}

function AbsenceEntry({ absence, mayRecord }: { readonly absence: Absence; readonly mayRecord: boolean }) {
  const record = useCommand('absences.record-properly');
  const navigate = useNavigate();
  const { drawn } = useCurtain();
  const { id, from, to, askedBy, account, exclusion, recordedBy } = absence;
  return (
    <li>
      <div>
        <div className={styles.title}>
          <DateText date={from} />
          {from === to ? null : (
            <>
              {' to '}
              <DateText date={to} />
            </>
          )}
        </div>
        {/* What was said may name the pupil. */}
        <div>{drawn ? '…' : account}</div>
        <div className={styles.line}>
          Asked by {askedBy}; noted by {recordedBy}
        </div>
        {record.error ? <ErrorCallout title="Not recorded" error={record.error.error} /> : null}
      </div>
      {exclusion === undefined ? (
        mayRecord ? (
          <Button
            size="small"
            icon={RecordIcon}
            loading={record.isPending}
            onClick={() =>
              record.mutate(
                { id },
                {
                  onSuccess: (made) =>
                    void navigate({ to: '/record', search: { exclusion: made.exclusionId } }),
                },
              )
            }
          >
            Record it properly
          </Button>
        ) : null
      ) : (
        <TextLink to="/record" search={{ exclusion: exclusion.id }}>
          {exclusion.draft ? 'A draft: not issued yet' : 'Recorded properly'}
        </TextLink>
      )}
    </li>
  );
}
