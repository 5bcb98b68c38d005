import { Button } from '../../ui/form/button.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { NextIcon, PreviousIcon, PrintIcon } from '../../ui/icons.ts';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import type { Sheet } from './sheet.ts';

interface DayCommandsProps {
  readonly sheet: Sheet | undefined;
  readonly today: string;
  readonly onGo: (day: string | undefined) => void;
}

/** From school day to school day, and onto paper. */
export function DayCommands({ sheet, today, onGo }: DayCommandsProps) {
  const { previousDay, nextDay } = sheet ?? {};
  const print = () => window.print();
  useHotkey('Ctrl+P', print, { description: 'Print the morning sheet' });
  const nowhere = 'No term dates are entered there.';
  return (
    <>
      <Button
        icon={PreviousIcon}
        shortcut="Alt+PageUp"
        disabled={previousDay === undefined}
        disabledReason={nowhere}
        onClick={() => onGo(previousDay)}
      >
        {previousDay === undefined ? 'Earlier' : formatShortDate(previousDay)}
      </Button>
      {sheet !== undefined && sheet.date !== today ? (
        <Button onClick={() => onGo(today)}>Today</Button>
      ) : null}
      <Button
        icon={NextIcon}
        shortcut="Alt+PageDown"
        disabled={nextDay === undefined}
        disabledReason={nowhere}
        onClick={() => onGo(nextDay)}
      >
        {nextDay === undefined ? 'Later' : formatShortDate(nextDay)}
      </Button>
      <Button icon={PrintIcon} shortcut="Ctrl+P" onClick={print}>
        Print the morning sheet
      </Button>
    </>
  );
}
