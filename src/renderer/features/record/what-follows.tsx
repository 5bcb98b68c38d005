import { BasisTag } from '../../ui/duties/basis-tag.tsx';
import { DutyGrounds } from '../../ui/duties/duty-grounds.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { groupDuties } from './group-duties.ts';
import type { Preview } from './form-problems.ts';
import styles from './record.module.css';

/** What the case would oblige, day by day; each opens to its reason, its working and its rule. */
export function WhatFollows({ duties }: { readonly duties: Preview['duties'] }) {
  if (duties.length === 0) return null;
  return (
    <Panel title="What follows" context={plural(duties.length, 'duty', 'duties')} flush>
      {groupDuties(duties).map(({ when, duties: group }) => (
        <section key={when} className={styles.followGroup} aria-label={when}>
          <h3 className={styles.followWhen}>{when}</h3>
          <ul className={styles.follows}>
            {group.map((duty) => (
              <li key={duty.key}>
                <details>
                  <summary>
                    <span className={styles.followTitle}>{duty.title}</span>
                    <BasisTag basis={duty.basis} />
                  </summary>
                  <div className={styles.followBody}>
                    <p className={styles.followDue}>
                      {duty.due} · {duty.party}
                    </p>
                    <DutyGrounds duty={duty} />
                  </div>
                </details>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
