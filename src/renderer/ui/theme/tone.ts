import type { Icon } from '@tabler/icons-react';
import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconHandStop,
  IconInfoCircle,
} from '@tabler/icons-react';

/** What a status means, in six tones; shown always with a word or an icon beside the colour. */
export type Tone = 'overdue' | 'due' | 'done' | 'info' | 'held' | 'closed';

export const toneIcons: Readonly<Record<Tone, Icon>> = {
  overdue: IconAlertTriangle,
  due: IconClock,
  done: IconCircleCheck,
  info: IconInfoCircle,
  held: IconHandStop,
  closed: IconBan,
};
