import { StatusTag } from '../../../../ui/data/status-tag.tsx';
import { TextLink } from '../../../../ui/layout/links.tsx';
import { Panel } from '../../../../ui/layout/panel.tsx';
import { Text } from '../../../../ui/layout/text.tsx';
import { useCurtain } from '../../../../ui/words/curtain.tsx';
import { DateText } from '../../../../ui/words/date-text.tsx';
import styles from '../case.module.css';
import type { WayBack } from './types.ts';

type Report = NonNullable<WayBack['reports']>[number];

/** What the providers reported of the stays of this exclusion: at hand for the meeting. */
export function ReportsPanel({ reports }: { readonly reports: readonly Report[] }) {
  return (
    <Panel title="Provider’s report">
      {reports.length === 0 ? (
        <Text muted>No place was booked for this exclusion, so no provider reports.</Text>
      ) : (
        <ul className={styles.worked}>
          {reports.map((one) => (
            <li key={one.placementId}>
              <TextLink to="/places/stays/$placementId" params={{ placementId: one.placementId }}>
                {one.providerName}
              </TextLink>
              <span className={styles.who}>
                <DateText date={one.from} form="short" /> to <DateText date={one.to} form="short" />
              </span>
              <Written report={one.report} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Written({ report }: { readonly report: Report['report'] }) {
  const { drawn } = useCurtain();
  if (report === undefined) return <Text muted>No report yet.</Text>;
  const parts = [
    ['Work', report.work],
    ['Behaviour', report.behaviour],
    ['Next steps', report.nextSteps],
  ] as const;
  return (
    <>
      {report.finishedOn === undefined ? (
        <span>
          <StatusTag tone="due">Not finished</StatusTag>
        </span>
      ) : null}
      {parts.map(([name, text]) =>
        text === '' ? null : (
          <p key={name} className={styles.account}>
            <strong>{name}:</strong> {drawn ? '…' : text}
          </p>
        ),
      )}
    </>
  );
}
