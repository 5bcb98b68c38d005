import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { WEEKDAY_NAMES } from '#shared/text/provider-words.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { AddIcon, CloseIcon, PupilsIcon } from '../../ui/icons.ts';
import { useLeaveGuard } from '../../ui/hooks/use-leave-guard.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { classes } from '../../ui/theme/classes.ts';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { plural } from '../../ui/words/format.ts';
import type { StoredProvider } from './provider-draft.ts';
import {
  adultsDown,
  HALF_DAYS,
  halfDayKey,
  toggle,
  toRosterDraft,
  type Adult,
  type RosterDraft,
} from './roster-draft.ts';
import styles from './roster.module.css';

interface RosterGridProps {
  readonly provider: StoredProvider;
  readonly adults: readonly Adult[];
  readonly mayEdit: boolean;
  readonly busy: boolean;
  readonly refused: AppError | undefined;
  readonly onSave: (roster: RosterDraft) => Promise<boolean>;
}

/** Days stand apart from each other, their halves together. */
const dayStart = ({ slot }: { readonly slot: string }) => (slot === 'am' ? styles.dayStart : undefined);

/** Adults by half days of the ordinary week, with how many each half day has and needs. */
export function RosterGrid({ provider, adults, mayEdit, busy, refused, onSave }: RosterGridProps) {
  const [kept] = useState<RosterDraft>(() => toRosterDraft(adults));
  const [roster, setRoster] = useState<RosterDraft>(kept);
  const [name, setName] = useState('');
  const guard = useLeaveGuard(roster !== kept, 'The adults you ticked are not saved.');
  const needed = provider.rules.adultsNeeded;
  const runs = new Set(provider.sessions.filter(({ capacity }) => capacity > 0).map(halfDayKey));
  const twin = roster.some((row) => row.name.toLowerCase() === name.trim().toLowerCase());

  const add = () => {
    if (name.trim() === '' || twin) return;
    // Down for every half day that it runs: taking away is quicker than ticking ten boxes.
    setRoster([...roster, { name: name.trim(), on: new Set(runs) }]);
    setName('');
  };

  return (
    <Panel
      title="Adults in an ordinary week"
      context={
        needed === undefined
          ? 'No session needs a number of adults by the rules'
          : `Every session needs ${plural(needed, 'adult')}; without them it cannot be booked`
      }
      footer={
        mayEdit && roster !== kept ? (
          <>
            <Button onClick={() => setRoster(kept)}>Discard the changes</Button>
            <Button variant="primary" loading={busy} onClick={() => void onSave(roster)}>
              Save the adults
            </Button>
          </>
        ) : undefined
      }
    >
      {guard}
      {refused ? <ErrorCallout title="Not saved" error={refused} /> : null}
      {roster.length === 0 ? (
        <EmptyState icon={PupilsIcon} title="No adults are down for it yet">
          {mayEdit ? 'Enter a name; then tick the half days.' : null}
        </EmptyState>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.roster}>
            <caption className={styles.caption}>Which adult is down for which half day</caption>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  Adult
                </th>
                {WEEKDAY_NAMES.map((day) => (
                  <th key={day} scope="colgroup" colSpan={2} className={styles.dayStart}>
                    {day.slice(0, 3)}
                  </th>
                ))}
                {mayEdit ? (
                  <th scope="col" rowSpan={2}>
                    <VisuallyHidden>Take off the week</VisuallyHidden>
                  </th>
                ) : null}
              </tr>
              <tr>
                {HALF_DAYS.map((half) => (
                  <th key={halfDayKey(half)} scope="col" className={dayStart(half)}>
                    {half.slot}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {roster.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  {HALF_DAYS.map((half) => {
                    const key = halfDayKey(half);
                    const day = WEEKDAY_NAMES[half.weekday - 1] ?? '';
                    return (
                      <td key={key} className={classes(styles.tick, dayStart(half))}>
                        {runs.has(key) ? (
                          <input
                            type="checkbox"
                            aria-label={`${row.name}, ${day} ${half.slot}`}
                            checked={row.on.has(key)}
                            disabled={!mayEdit}
                            onChange={() => setRoster(toggle(roster, row.name, key))}
                          />
                        ) : (
                          <span className={styles.none} aria-label="Does not run" role="img">
                            –
                          </span>
                        )}
                      </td>
                    );
                  })}
                  {mayEdit ? (
                    <td>
                      <IconButton
                        icon={CloseIcon}
                        size="small"
                        label={`Take ${row.name} off the week`}
                        onClick={() => setRoster(roster.filter((other) => other !== row))}
                      />
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{needed === undefined ? 'Adults' : `Adults, of ${String(needed)}`}</th>
                {HALF_DAYS.map((half) => {
                  const key = halfDayKey(half);
                  const count = adultsDown(roster, key);
                  const few = runs.has(key) && needed !== undefined && count < needed;
                  return (
                    <td key={key} className={classes(styles.count, dayStart(half), few && styles.few)}>
                      {runs.has(key) ? (
                        <>
                          {count}
                          {few ? <span className={styles.fewWord}>too few</span> : null}
                        </>
                      ) : (
                        ''
                      )}
                    </td>
                  );
                })}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {mayEdit ? (
        <div className={styles.add}>
          <TextField
            label="Another adult"
            name="adult"
            width="medium"
            maxLength={120}
            value={name}
            error={twin ? 'This adult is in the list already.' : undefined}
            onChange={setName}
            onEnter={add}
          />
          <Button icon={AddIcon} onClick={add}>
            Add to the week
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
