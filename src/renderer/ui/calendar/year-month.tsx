import type { KeyboardEvent, PointerEvent } from 'react';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { classes } from '../theme/classes.ts';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import { closureKinds } from './closure-kinds.ts';
import { describeDay, type DayMark, type Month } from './year-months.ts';
import styles from './year-view.module.css';

/** Handlers of the whole year, which each month carries. */
export interface YearHandlers {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerOver: (event: PointerEvent) => void;
}

interface Props {
  readonly month: Month;
  /** The one day in the tab order. */
  readonly current: IsoDate;
  readonly selected: ReadonlySet<IsoDate>;
  readonly today: IsoDate;
  readonly handlers: YearHandlers;
}

const WEEKDAYS = [
  ['M', 'Monday'],
  ['T', 'Tuesday'],
  ['W', 'Wednesday'],
  ['T', 'Thursday'],
  ['F', 'Friday'],
] as const;

const NOTHING = '\u00A0';

/** One month of the year view: a grid of its weekdays. */
export function YearMonth({ month, current, selected, today, handlers }: Props) {
  return (
    <table className={styles.grid} role="grid" aria-multiselectable="true" {...handlers}>
      <caption className={styles.monthName}>{month.name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map(([letter, name]) => (
            <th key={name} scope="col" abbr={name} className={styles.weekday}>
              {letter}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, at) => (
          <tr key={week.find((day) => day !== null)?.date ?? at}>
            {week.map((day, column) =>
              day ? (
                <Day
                  key={day.date}
                  day={day}
                  current={day.date === current}
                  selected={selected.has(day.date)}
                  today={day.date === today}
                />
              ) : (
                <td key={WEEKDAYS[column]?.[1]} className={styles.nothing}>
                  {NOTHING}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly day: DayMark;
  readonly current: boolean;
  readonly selected: boolean;
  readonly today: boolean;
}

function Day({ day, current, selected, today }: DayProps) {
  const { date, inTerm, closure, bankHoliday } = day;
  const kind = inTerm ? closure?.kind : undefined;
  const letter = kind ? closureKinds[kind].letter : bankHoliday ? closureKinds['bank-holiday'].letter : '';
  const half = inTerm && closure && closure.slot !== 'all' ? closure.slot : undefined;
  return (
    <td
      data-date={date}
      className={classes(
        styles.day,
        !inTerm && styles.out,
        kind && styles[kind],
        half && styles[half],
        selected && styles.selected,
        today && styles.today,
      )}
      tabIndex={current ? 0 : -1}
      aria-selected={selected}
      aria-current={today ? 'date' : undefined}
      title={describeDay(day)}
    >
      <VisuallyHidden>{describeDay(day)}</VisuallyHidden>
      <span aria-hidden="true">
        <span className={styles.number}>{Number(date.slice(8))}</span>
        {letter ? <span className={styles.letter}>{letter}</span> : null}
      </span>
    </td>
  );
}
