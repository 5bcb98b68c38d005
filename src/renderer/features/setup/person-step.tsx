import type { ComponentProps } from 'react';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { PersonFields } from './person-fields.tsx';
import { StepHeading } from './steps.tsx';

/** Who sets the school up: the administrator, who lets the others in. */
export function PersonStep(props: Omit<ComponentProps<typeof PersonFields>, 'asksDecides' | 'autoFocus'>) {
  return (
    <Stack gap={4}>
      <StepHeading keepFocus>Who are you?</StepHeading>
      <Text prose>
        You become the administrator: you let the others in, and give them what they may do. From now on
        nobody sees anything here without a name and a password.
      </Text>
      <PersonFields {...props} asksDecides autoFocus />
    </Stack>
  );
}
