import { useRef, useState } from 'react';
import { useMay } from '../../api/use-may.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { VeiledError } from '../../ui/feedback/veiled-error.tsx';
import { CalendarIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import type { Mark } from '../../ui/stays/types.ts';
import { plural } from '../../ui/words/format.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { OUTCOME_WORDS } from '#shared/text/stay-words.ts';
import { asksFirst, isMarkable, unmarked } from './markable.ts';
import { RegisterHints } from './register-hints.tsx';
import { SessionPanel } from './session-panel.tsx';
import type { OpenMark } from './register-row.tsx';
import type { DayRegister, RegisterPupil, RegisterSession } from './types.ts';
import { useMarking } from './use-marking.ts';
import { useRegisterKeys, type RegisterKey } from './use-register-keys.ts';
import styles from './register.module.css';

interface RegisterDayProps {
  readonly register: DayRegister;
  readonly today: string;
  /** It is the day asked for, not the one before it that still stands here. */
  readonly settled: boolean;
}

/** The sessions of the day with who comes; marked by a key a pupil, or by buttons. */
export function RegisterDay({ register, today, settled }: RegisterDayProps) {
  const nameOf = usePersonName();
  const mayWork = useMay('stays.work');
  const mayBook = useMay('places.book');
  const mayOverride = useMay('places.override');
  const marking = useMarking();
  const [opened, setOpened] = useState<OpenMark>();
  const [said, setSaid] = useState('');
  const area = useRef<HTMLDivElement>(null);
  const mayMark = mayWork && settled && register.date <= today;
  const pupils = register.sessions.flatMap((session) => session.pupils);

  const open = (pupil: RegisterPupil, more: Omit<OpenMark, 'placeId'>) => {
    marking.clear();
    setOpened({ placeId: pupil.placeId, ...more });
  };
  const mark = async (pupil: RegisterPupil, one: Mark, override?: string): Promise<boolean> => {
    const done = await marking.send([pupil.placeId], one, override);
    if (!done) return false;
    setOpened(undefined);
    setSaid(`${nameOf(pupil.name)}: ${one.outcome === null ? 'not marked' : OUTCOME_WORDS[one.outcome]}`);
    return true;
  };
  const act = (pupil: RegisterPupil, key: RegisterKey): void => {
    if (!mayMark || !isMarkable(pupil)) return;
    if (key === 'more') return open(pupil, { start: pupil, startAt: 'outcome' });
    if (asksFirst(pupil, key))
      return open(pupil, { start: { outcome: 'attended' }, startAt: 'override.reason' });
    if (key === 'late')
      return open(pupil, { start: { ...pupil, outcome: 'attended' }, startAt: 'arrivedAt' });
    if (key === 'none') void (pupil.outcome === undefined ? undefined : mark(pupil, { outcome: null }));
    else void mark(pupil, { outcome: key, ...(key === 'absent' ? { reason: 'unknown' as const } : {}) });
  };
  const keys = useRegisterKeys(area, pupils, act);

  const markRest = async (session: RegisterSession) => {
    const rest = unmarked(session.pupils);
    const ready = rest.filter(({ bars }) => bars.length === 0).map(({ placeId }) => placeId);
    if (!(await marking.send(ready, { outcome: 'attended' }))) return;
    const left = rest.length - ready.length;
    notify({
      title: `${plural(ready.length, 'pupil')} marked as attended`,
      ...(left > 0 ? { text: `${plural(left, 'pupil')} left out: papers are missing.` } : {}),
      action: { label: 'Undo', onSelect: () => void marking.send(ready, { outcome: null }) },
    });
  };

  if (register.sessions.length === 0)
    return (
      <Panel flush>
        <EmptyState icon={CalendarIcon} title="The provider does not run on this day">
          Its week and its closed days stand on its page.
        </EmptyState>
      </Panel>
    );
  return (
    <div ref={area} className={styles.day} role="group" aria-label="Sessions of the day">
      <VisuallyHidden>
        <p role="status">{said}</p>
      </VisuallyHidden>
      {mayMark && pupils.length > 0 ? <RegisterHints /> : null}
      {marking.refused !== undefined && marking.refused.placeId !== opened?.placeId ? (
        <VeiledError title="Not marked" error={marking.refused.error} />
      ) : null}
      {register.sessions.map((session) => (
        <SessionPanel
          key={session.slot}
          session={session}
          date={register.date}
          mayMark={mayMark}
          mayOverride={mayOverride}
          busy={marking.busy}
          error={marking.refused?.error}
          opened={opened}
          current={keys.current}
          onCurrent={keys.setCurrent}
          onKey={act}
          onMark={(pupil, one, override) => void mark(pupil, one, override)}
          onClose={() => setOpened(undefined)}
          onMarkRest={() => void markRest(session)}
        />
      ))}
      {pupils.length === 0 && mayBook ? (
        <div className={styles.screenOnly}>
          <ButtonLink to="/places">Book places on the board</ButtonLink>
        </div>
      ) : null}
    </div>
  );
}
