import { useNavigate } from '@tanstack/react-router';
import { useOperation } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { PlaceIcon } from '../../ui/icons.ts';

/** From the day to the board, with the most urgent pupil picked and the suggested itinerary ready to be booked. */
export function FindPlaces() {
  const navigate = useNavigate();
  const first = useOperation('places.queue', {}).data?.waiting[0];
  const find = () => {
    if (!first) return;
    void navigate({ to: '/places', search: { exclusion: first.exclusionId, suggest: true } });
  };
  useHotkey('P', find, {
    enabled: first !== undefined,
    description: 'Find places for the most urgent pupil without one',
  });
  if (!first) return null;
  return (
    <Button icon={PlaceIcon} variant="primary" shortcut="P" showShortcut onClick={find}>
      Find places
    </Button>
  );
}
