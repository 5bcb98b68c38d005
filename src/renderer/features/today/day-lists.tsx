import type { ReactNode } from 'react';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import type { May } from './may.ts';
import type { Sheet } from './sheet.ts';
import styles from './today.module.css';

interface DayListsProps {
  readonly sheet: Sheet;
  readonly may: May;
}

/** Beside the day itself: who comes back, who goes next, and which drafts wait for a decision. */
export function DayLists({ sheet, may }: DayListsProps) {
  const { returning, starting, drafts, nextDay } = sheet;
  return (
    <>
      <Panel title="Coming back" context="That day or the next school day">
        <List empty="Nobody comes back then.">
          {returning.map((row) => (
            <li key={row.exclusionId}>
              <Who row={row} may={may} />
              <span className={styles.when}>
                <SessionText {...row.session} form="short" />
              </span>
            </li>
          ))}
        </List>
      </Panel>
      <Panel
        title="Starts next"
        context={nextDay === undefined ? 'The next school day' : <DateText date={nextDay} form="short" />}
      >
        <List empty="Nothing starts on the next school day.">
          {starting.map((row) => (
            <li key={row.exclusionId}>
              <Who row={row} may={may} />
              <span className={styles.what}>{row.title}</span>
              {row.uncovered > 0 ? (
                <span className={styles.need}>
                  <StatusTag tone="overdue">{plural(row.uncovered, 'session')} with no place</StatusTag>
                  {may.place ? (
                    <ButtonLink
                      to="/places"
                      search={{ exclusion: row.exclusionId, suggest: true }}
                      size="small"
                    >
                      Find places
                    </ButtonLink>
                  ) : null}
                </span>
              ) : null}
            </li>
          ))}
        </List>
      </Panel>
      {may.record ? (
        <div className={styles.screenOnly}>
          <Panel title="Drafts waiting" context="They do not count yet">
            <List empty="No drafts are waiting for a decision.">
              {drafts.map((row) => (
                <li key={row.exclusionId}>
                  <span className={styles.name}>
                    <TextLink to="/record" search={{ exclusion: row.exclusionId }}>
                      <PersonName name={row.name} />
                    </TextLink>
                  </span>
                  <span className={styles.what}>{row.title}</span>
                </li>
              ))}
            </List>
          </Panel>
        </div>
      ) : null}
    </>
  );
}

function List({ empty, children }: { readonly empty: string; readonly children: readonly ReactNode[] }) {
  return children.length === 0 ? (
    <p className={styles.nobody}>{empty}</p>
  ) : (
    <ul className={styles.list}>{children}</ul>
  );
}

interface WhoProps {
  readonly row: { readonly pupilId: string; readonly name: string; readonly form?: string | undefined };
  readonly may: May;
}

function Who({ row, may }: WhoProps) {
  return (
    <span className={styles.name}>
      {may.seePupils ? (
        <TextLink to="/pupils/$pupilId" params={{ pupilId: row.pupilId }}>
          <PersonName name={row.name} />
        </TextLink>
      ) : (
        <PersonName name={row.name} />
      )}
      {row.form ? <span className={styles.form}> {row.form}</span> : null}
    </span>
  );
}
