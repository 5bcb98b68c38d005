import { useState } from 'react';
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
              <DutyLine key={duty.key} duty={duty} />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

/** Its grounds are drawn when they are opened: the list is drawn again at every key. */
function DutyLine({ duty }: { readonly duty: Preview['duties'][number] }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className={styles.followTitle}>{duty.title}</span>
          <BasisTag basis={duty.basis} />
        </summary>
        {open ? (
          <div className={styles.followBody}>
            <p className={styles.followDue}>
              {duty.due} · {duty.party}
            </p>
            <DutyGrounds duty={duty} />
          </div>
        ) : null}
      </details>
    </li>
  );
}
