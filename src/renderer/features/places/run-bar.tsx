import type { RefObject } from 'react';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { HoldIcon } from '../../ui/icons.ts';
import { plural } from '../../ui/words/format.ts';
import { OverrideRun } from './override-run.tsx';
import type { RunPlan } from './use-run.ts';
import { whoMay } from './who-may.ts';
import styles from './board.module.css';

interface RunBarProps {
  readonly plan: RunPlan;
  readonly mayOverride: boolean;
  /** Nothing is offered by itself: sessions must be selected. */
  readonly chosenOnly: boolean;
  /** The pupil has sessions to come without a place. */
  readonly waiting: boolean;
  readonly busy: boolean;
  readonly escortField: RefObject<HTMLInputElement | null>;
}

/** What Enter and H would do now, as buttons; who goes along, and the way past rules that may be waived. */
export function RunBar(props: RunBarProps) {
  const { plan, mayOverride, chosenOnly, waiting, busy, escortField } = props;
  const { sessions, selection, providerName, needsWaiver, escortDates, refused } = plan;
  const count = sessions.length;
  const none = count === 0 || providerName === undefined;
  const nothing = chosenOnly
    ? 'Select sessions of one provider first'
    : 'Move to a provider that can take the pupil';
  return (
    <div className={styles.run}>
      {escortDates.length > 0 ? (
        <TextField
          ref={escortField}
          label="Who goes with the pupil"
          name="escorts"
          hint={`The school sends somebody on ${plural(escortDates.length, 'day')}`}
          value={plan.escort}
          maxLength={120}
          error={plan.escortMissing ? 'Enter who goes with the pupil, or hold the place.' : undefined}
          onChange={plan.setEscort}
          onEnter={() => plan.book(false)}
        />
      ) : null}
      <p className={styles.runText} role="status">
        {selection
          ? `${plural(count, 'session')} selected at ${providerName ?? ''}`
          : chosenOnly
            ? 'Select the sessions, with Space or a click'
            : !waiting
              ? 'Every session to come is covered'
              : none
                ? 'Can take none of the sessions this week'
                : needsWaiver
                  ? `Can take ${plural(count, 'session')} this week if rules are waived`
                  : `Can take ${plural(count, 'session')} this week`}
      </p>
      {plan.waivedBySomebodyElse ? (
        <p className={styles.runText}>{`Rules can be waived by: ${whoMay('places.override')}.`}</p>
      ) : null}
      <div className={styles.runButtons}>
        {selection ? (
          <Button variant="quiet" shortcut="Escape" onClick={plan.clear}>
            Clear
          </Button>
        ) : null}
        <Button
          icon={HoldIcon}
          shortcut="H"
          loading={busy}
          disabled={none}
          disabledReason={nothing}
          onClick={() => plan.book(true)}
        >
          Hold
        </Button>
        {mayOverride && !none && (needsWaiver || refused) ? (
          <OverrideRun
            open={plan.overriding}
            onOpen={() => plan.setOverriding(true)}
            onClose={() => plan.setOverriding(false)}
            count={count}
            providerName={providerName}
            rules={plan.rules}
            busy={busy}
            primary={needsWaiver}
            onBook={plan.override}
          />
        ) : null}
        {needsWaiver ? null : (
          <Button
            variant="primary"
            shortcut="Enter"
            loading={busy}
            disabled={none}
            disabledReason={nothing}
            onClick={() => plan.book(false)}
          >
            {none ? 'Book' : `Book ${plural(count, 'session')}`}
          </Button>
        )}
      </div>
    </div>
  );
}
