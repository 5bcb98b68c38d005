import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { bankHolidaysBetween } from '#shared/domain/calendar/bank-holidays.ts';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import type { Closure, SchoolCalendar, SchoolYear } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import { BrushBar, brushOfKey, YearKey } from './brush-bar.tsx';
import { closureKinds } from './closure-kinds.ts';
import { isPainted, paintDays, type Brush } from './paint-days.ts';
import { moveByKey, weekdaysBetween, yearSpan } from './weekdays.ts';
import { YearMonth, type YearHandlers } from './year-month.tsx';
import { monthsOf } from './year-months.ts';
import styles from './year-view.module.css';

export interface YearViewProps {
  readonly schoolYear: SchoolYear;
  readonly calendar: SchoolCalendar;
  readonly today: IsoDate;
  /** Without it the year is only shown. */
  readonly onChange?: ((closures: readonly Closure[]) => void) | undefined;
}

interface Marked {
  readonly anchor: IsoDate;
  readonly end: IsoDate;
}

/**
 * Twelve months to look at and to paint: arrows and Shift with arrows, Space, a letter for the brush; or drag the mouse.
 * Only days of a term can be painted. ClosuresEditor is its twin as a list.
 */
export function YearView({ schoolYear, calendar, today, onChange }: YearViewProps) {
  const { first, last } = yearSpan(schoolYear);
  const start = today >= first && today <= last ? (weekdaysBetween(first, today).at(-1) ?? first) : first;
  const [marked, setMarked] = useState<Marked>({ anchor: start, end: start });
  const [brush, setBrush] = useState<Brush>('inset');
  const [said, setSaid] = useState('');
  const [dragging, setDragging] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const bankHolidays = bankHolidaysBetween(`${schoolYear}-08-01`, `${schoolYear + 1}-07-31`);
  const months = monthsOf(schoolYear, calendar, bankHolidays);
  const current = marked.end >= first && marked.end <= last ? marked.end : start;
  const spread = weekdaysBetween(marked.anchor, current);
  const selected = new Set(spread.length > 1 ? spread : []);

  const paint = (days: readonly IsoDate[]) => {
    if (!onChange) return;
    const inTerm = days.filter((date) => calendar.terms.some(({ from, to }) => from <= date && date <= to));
    const [from] = inTerm;
    const to = inTerm.at(-1);
    if (from === undefined || to === undefined) {
      setSaid('Not in a term. Change the dates of the terms first.');
      return;
    }
    const next = brush !== 'open' && isPainted(calendar.closures, inTerm, brush) ? 'open' : brush;
    onChange(paintDays(calendar.closures, inTerm, next, bankHolidays));
    const span = from === to ? formatShortDate(from) : `${formatShortDate(from)} to ${formatShortDate(to)}`;
    setSaid(`${span}: ${next === 'open' ? 'open' : closureKinds[next].label}`);
    setMarked({ anchor: current, end: current });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = moveByKey(current, event, schoolYear);
    const picked = onChange && !event.ctrlKey && !event.altKey ? brushOfKey(event.key) : undefined;
    if (target) {
      setMarked({ anchor: event.shiftKey ? marked.anchor : target, end: target });
      grid.current?.querySelector<HTMLElement>(`[data-date="${target}"]`)?.focus();
    } else if (event.key === ' ' || event.key === 'Enter') {
      paint(spread);
    } else if (event.key === 'Escape' && selected.size > 0) {
      setMarked({ anchor: current, end: current });
    } else if (picked) {
      setBrush(picked);
      setSaid(`Painting: ${picked === 'open' ? 'open' : closureKinds[picked].label}`);
    } else return;
    event.preventDefault();
  };

  const dateAt = (event: PointerEvent): IsoDate | undefined =>
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-date]')?.dataset['date']
      : undefined;

  const handlers: YearHandlers = {
    onKeyDown,
    onPointerDown(event) {
      const date = dateAt(event);
      if (!date || !onChange || event.button !== 0) return;
      setMarked({ anchor: date, end: date });
      setDragging(true);
    },
    onPointerOver(event) {
      const date = dragging ? dateAt(event) : undefined;
      if (date) setMarked({ anchor: marked.anchor, end: date });
    },
  };

  const finish = useEffectEvent(() => {
    setDragging(false);
    paint(spread);
  });
  // The button may be let go anywhere in the window.
  useEffect(() => {
    if (!dragging) return;
    const end = () => finish();
    const giveUp = () => setDragging(false);
    globalThis.addEventListener('pointerup', end);
    globalThis.addEventListener('pointercancel', giveUp);
    return () => {
      globalThis.removeEventListener('pointerup', end);
      globalThis.removeEventListener('pointercancel', giveUp);
    };
  }, [dragging]);

  return (
    <div className={styles.view}>
      {onChange ? <BrushBar value={brush} onChange={setBrush} /> : <YearKey />}
      <div ref={grid} className={styles.months} role="group" aria-label="The year, month by month">
        {months.map((month) => (
          <YearMonth
            key={month.key}
            month={month}
            current={current}
            selected={selected}
            today={today}
            handlers={handlers}
          />
        ))}
      </div>
      {onChange ? (
        <p className={styles.help}>
          Arrow keys move, Shift with arrows marks several days, Space paints and paints away again; H, B, I,
          C and O change the brush. With the mouse, drag over the days.
        </p>
      ) : null}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </div>
  );
}
