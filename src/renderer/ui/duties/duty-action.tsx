import { CASE_EVENT_TYPES } from '#shared/domain/duties/types.ts';
import { Button } from '../form/button.tsx';
import { CheckIcon, LetterIcon, PlaceIcon, RecordCheckIcon } from '../icons.ts';
import { ButtonLink } from '../layout/links.tsx';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import type { DutyShown } from './types.ts';

interface DutyActionProps {
  readonly duty: DutyShown;
  readonly exclusionId: string;
  /** What it concerns, for screen readers: a pupil's name, a duty's title. */
  readonly of: string;
  readonly mayNote: boolean;
  readonly noting: boolean;
  readonly onNote: () => void;
}

/** The one thing to do about a duty: where it has no better way, to note that it was done. */
export function DutyAction({ duty, exclusionId, of, mayNote, noting, onNote }: DutyActionProps) {
  const { action } = duty;
  const about = <VisuallyHidden>: {of}</VisuallyHidden>;
  if (action?.type === 'letter') {
    return (
      <ButtonLink
        to="/record/letter"
        search={{ exclusion: exclusionId, letter: action.templateId }}
        size="small"
        icon={LetterIcon}
      >
        {action.label}
        {about}
      </ButtonLink>
    );
  }
  if (action?.type === 'places') {
    return (
      <ButtonLink to="/places" search={{ exclusion: exclusionId }} size="small" icon={PlaceIcon}>
        {action.label}
        {about}
      </ButtonLink>
    );
  }
  if (!mayNote) return null;
  if (action?.type === 'event') {
    const event = CASE_EVENT_TYPES.find((type) => type === action.event);
    return (
      <ButtonLink
        to="/record"
        search={{ exclusion: exclusionId, tab: 'course', ...(event === undefined ? {} : { event }) }}
        size="small"
        icon={RecordCheckIcon}
      >
        {action.label}
        {about}
      </ButtonLink>
    );
  }
  return (
    <Button size="small" icon={CheckIcon} onClick={onNote} expanded={noting}>
      Note as done
      {about}
    </Button>
  );
}
