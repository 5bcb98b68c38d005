import type { RefObject } from 'react';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { appErrorOf } from '../../ui/feedback/loaded.tsx';
import { Loader } from '../../ui/feedback/loader.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { HoldIcon, ItineraryIcon } from '../../ui/icons.ts';
import { classes } from '../../ui/theme/classes.ts';
import { plural } from '../../ui/words/format.ts';
import type { SuggestedRun, Suggesting } from './use-suggestion.ts';
import styles from './suggestion.module.css';

interface SuggestionBoxProps {
  readonly suggesting: Suggesting;
  readonly mayBook: boolean;
  readonly busy: boolean;
  readonly bookButton: RefObject<HTMLButtonElement | null>;
  readonly escortField: RefObject<HTMLInputElement | null>;
}

/** The itinerary that the stages of the school lead to, ready to be booked in one step; runs can be left out. */
export function SuggestionBox(props: SuggestionBoxProps) {
  const { suggesting, mayBook, busy, bookButton, escortField } = props;
  const { query, suggestion, runs, taken, escortDates } = suggesting;
  if (query.error) return <ErrorCallout title="Nothing could be suggested" error={appErrorOf(query.error)} />;
  if (suggestion === undefined) return <Loader label="Looking for an itinerary" />;
  if (runs.length === 0) return null;
  const count = taken.reduce((sum, { sessions }) => sum + sessions.length, 0);
  const nothing = 'Every run of the suggestion is left out';
  return (
    <section className={styles.box} aria-labelledby="suggested">
      <h3 id="suggested" className={styles.title}>
        <ItineraryIcon size={16} aria-hidden="true" />
        {`Suggested: ${plural(count, 'session')}`}
      </h3>
      <ol className={styles.runs}>
        {runs.map(({ run, key, taken: on }, at) => (
          <li key={key} className={classes(!on && styles.leftOut)}>
            <label className={styles.run}>
              {mayBook ? (
                <input
                  type="checkbox"
                  checked={on}
                  onChange={() => suggesting.toggle(key)}
                  aria-describedby={`suggested-why-${String(at)}`}
                />
              ) : null}
              <span>
                <span className={styles.provider}>{run.providerName}</span>
                <span className={styles.when}>{sayRun(run)}</span>
              </span>
            </label>
            <p id={`suggested-why-${String(at)}`} className={styles.why}>
              {capitalise(run.why)}
            </p>
          </li>
        ))}
      </ol>
      {mayBook ? (
        <>
          {escortDates.length > 0 ? (
            <TextField
              ref={escortField}
              label="Who goes with the pupil"
              name="suggestion.escort"
              hint={`The school sends somebody on ${plural(escortDates.length, 'day')}`}
              value={suggesting.escort}
              maxLength={120}
              error={
                suggesting.escortMissing ? 'Enter who goes with the pupil, or hold the places.' : undefined
              }
              onChange={suggesting.setEscort}
              onEnter={() => void suggesting.book(false)}
            />
          ) : null}
          <div className={styles.buttons}>
            <Button
              size="small"
              icon={HoldIcon}
              loading={busy}
              disabled={count === 0}
              disabledReason={nothing}
              onClick={() => void suggesting.book(true)}
            >
              Hold this
            </Button>
            <Button
              ref={bookButton}
              size="small"
              variant="primary"
              shortcut="S"
              showShortcut
              loading={busy}
              disabled={count === 0}
              disabledReason={nothing}
              onClick={() => void suggesting.book(false)}
            >
              Book this
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}

/** "Mon 17 November am to Tue 18 November pm, 4 sessions". */
function sayRun({ sessions }: SuggestedRun): string {
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return '';
  const count = plural(sessions.length, 'session');
  return sessions.length === 1
    ? sayShortSession(first)
    : first.date === last.date
      ? `${sayShortSession(first)} and ${last.slot}`
      : `${sayShortSession(first)} to ${sayShortSession(last)}, ${count}`;
}
