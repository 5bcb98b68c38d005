import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { PlaceOutcome } from '#shared/domain/placements/types.ts';
import { asksFirst } from './markable.ts';
import type { RegisterPupil } from './types.ts';

/** What a key does to a pupil's mark: the outcome itself, late (asks when), take back, or the whole form. */
export type RegisterKey = PlaceOutcome | 'late' | 'none' | 'more';

const KEYS: Readonly<Record<string, RegisterKey>> = {
  p: 'attended',
  a: 'absent',
  d: 'declined',
  x: 'excluded-from-centre',
  l: 'late',
  u: 'none',
};

/** Marks after which the next pupil is at hand. */
const GOES_ON = new Set<RegisterKey | undefined>(['attended', 'absent', 'declined', 'excluded-from-centre']);

/**
 * One pupil of the register is in the tab order. Arrow keys, Home and End move through all sessions of the day; a letter
 * marks and goes on to the next; Enter opens times and reason.
 */
export function useRegisterKeys(
  area: RefObject<HTMLElement | null>,
  pupils: readonly RegisterPupil[],
  act: (pupil: RegisterPupil, key: RegisterKey) => void,
) {
  const [chosen, setCurrent] = useState<string>();
  const current = pupils.some(({ placeId }) => placeId === chosen) ? chosen : pupils[0]?.placeId;

  const moveTo = (index: number) => {
    const placeId = pupils[Math.max(0, Math.min(index, pupils.length - 1))]?.placeId;
    if (placeId === undefined) return;
    setCurrent(placeId);
    area.current?.querySelector<HTMLElement>(`tr[data-place="${CSS.escape(placeId)}"]`)?.focus();
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const { target, key, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || !(target instanceof HTMLElement) || target.closest('form')) return;
    const row = target.closest<HTMLElement>('tr[data-place]');
    const at = pupils.findIndex(({ placeId }) => placeId === row?.dataset['place']);
    const pupil = pupils[at];
    if (!pupil) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: pupils.length - 1 }[key];
    const mark = key === 'Enter' && target === row ? 'more' : KEYS[key.toLowerCase()];
    if (to === undefined && mark === undefined) return;
    event.preventDefault();
    if (to !== undefined) moveTo(to);
    if (mark === undefined || event.repeat) return;
    act(pupil, mark);
    if (GOES_ON.has(mark) && !asksFirst(pupil, mark)) moveTo(at + 1);
  });
  useEffect(() => {
    const { current: sessions } = area;
    const listen = (event: KeyboardEvent) => onKey(event);
    sessions?.addEventListener('keydown', listen);
    return () => sessions?.removeEventListener('keydown', listen);
  }, [area]);
  return { current, setCurrent };
}
