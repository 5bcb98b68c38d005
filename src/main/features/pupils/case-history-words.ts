import { z } from 'zod';

const event = z.object({
  title: z.string(),
  event: z.object({ text: z.string(), note: z.string().optional() }),
});
const freed = z.object({ freedPlaces: z.array(z.string()), reason: z.string() });
const struckOut = z.object({
  title: z.string(),
  struckOut: z.object({ text: z.string() }),
  reason: z.string(),
});
const done = z.object({
  title: z.string(),
  after: z.object({ how: z.string(), byWhom: z.string(), on: z.string() }),
});
const reopened = z.object({ title: z.string(), reason: z.string() });

/** What happened in a case or was struck out in it, in the words kept with it; undefined for a snapshot of something else. */
export function caseEventWords(detail: unknown): string | undefined {
  const happened = event.safeParse(detail).data;
  if (happened) {
    const { text, note } = happened.event;
    return `${happened.title}: ${text}${note === undefined || note === '' ? '' : ` (${note})`}`;
  }
  const taken = struckOut.safeParse(detail).data;
  if (taken) return `${taken.title}: struck out: ${taken.struckOut.text} (${taken.reason})`;
  const places = freed.safeParse(detail).data;
  if (places === undefined) return undefined;
  const count = places.freedPlaces.length;
  return `Freed ${count === 1 ? 'a place' : `${String(count)} places`}: ${places.reason}`;
}

/** Words by operation of what becomes of a case and its duties. */
export const CASE_HISTORY_WORDS: Readonly<Record<string, (detail: unknown) => string | undefined>> = {
  'exclusions.record-event': caseEventWords,
  'exclusions.cancel': caseEventWords,
  'exclusions.void-event': caseEventWords,
  'duties.fulfil': (detail) => {
    const read = done.safeParse(detail).data;
    return read && `Done: ${read.title}; ${read.after.how}, ${read.after.byWhom}`;
  },
  'duties.reopen': (detail) => {
    const read = reopened.safeParse(detail).data;
    return read && `Taken back as not done: ${read.title}; ${read.reason}`;
  },
};
