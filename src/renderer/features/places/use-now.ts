import { useEffect, useState } from 'react';
import { dayOfInstant } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';

/** Milliseconds between two looks at the clock: a countdown in minutes needs no more. */
const TICK = 15_000;

/**
 * The instant now, as UTC ISO text, kept current. Where the app believes in another day than the PC does, time stands
 * still at its noon, as it does in main.
 */
export function useNow(): string {
  const today = useToday();
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), TICK);
    return () => clearInterval(timer);
  }, []);
  return dayOfInstant(now) === today ? now : `${today}T12:00:00.000Z`;
}
