import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { Button } from '../../ui/form/button.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { NextIcon, PreviousIcon, PrintIcon } from '../../ui/icons.ts';
import type { DayRegister } from './types.ts';

interface RegisterCommandsProps {
  readonly register: DayRegister | undefined;
  readonly today: string;
  readonly onGo: (day: string) => void;
}

/** From day to day, and onto paper. */
export function RegisterCommands({ register, today, onGo }: RegisterCommandsProps) {
  const go = (day: string | undefined) => {
    if (day !== undefined) onGo(day);
  };
  const { previousDay, nextDay } = register ?? {};
  const print = () => window.print();
  useHotkey('Alt+PageUp', () => go(previousDay), { description: 'The school day before' });
  useHotkey('Alt+PageDown', () => go(nextDay), { description: 'The next school day' });
  useHotkey('Ctrl+P', print, { description: 'Print the register' });
  return (
    <>
      <Button
        icon={PreviousIcon}
        shortcut="Alt+PageUp"
        disabled={previousDay === undefined}
        onClick={() => go(previousDay)}
      >
        {previousDay === undefined ? 'Earlier' : formatShortDate(previousDay)}
      </Button>
      {register !== undefined && register.date !== today ? (
        <Button onClick={() => onGo(today)}>Today</Button>
      ) : null}
      <Button
        icon={NextIcon}
        shortcut="Alt+PageDown"
        disabled={nextDay === undefined}
        onClick={() => go(nextDay)}
      >
        {nextDay === undefined ? 'Later' : formatShortDate(nextDay)}
      </Button>
      <Button icon={PrintIcon} shortcut="Ctrl+P" onClick={print}>
        Print
      </Button>
    </>
  );
}
