import { useCommand, useOperation } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';

/** Initials in lists, the curtain, and whether the window can be seen in a shared screen. */
export function ScreenPanel({ manages }: { readonly manages: boolean }) {
  const display = useOperation('privacy.display', {});
  const shield = useOperation('privacy.window', {});
  const setDisplay = useCommand('privacy.set-display');
  const setWindow = useCommand('privacy.set-window');
  const refused = (setDisplay.error ?? setWindow.error)?.error;
  return (
    <Panel title="On the screen">
      <Stack gap={3}>
        {refused ? <ErrorCallout title="Not changed" error={refused} /> : null}
        <Loaded query={display} what="how lists show names">
          {({ initialsInLists }) => (
            <CheckboxField
              label="Initials in place of names in lists"
              hint="A pupil’s own page has the name. Ctrl+Shift+L shows the names of one list."
              checked={initialsInLists}
              disabled={!manages}
              onChange={(next) => setDisplay.mutate({ initialsInLists: next })}
            />
          )}
        </Loaded>
        <Loaded query={shield} what="whether the window can be shared">
          {({ supported, hidden }) => (
            <CheckboxField
              label="Keep the window out of shared screens"
              hint={
                supported
                  ? 'For this PC. Meetings and recordings show a blank in its place.'
                  : 'This system cannot keep one window out of a shared screen. The curtain hides names on every system.'
              }
              checked={hidden}
              disabled={!supported}
              onChange={(next) => setWindow.mutate({ hidden: next })}
            />
          )}
        </Loaded>
        <Text muted small prose>
          The curtain (Ctrl+Shift+H) hides names everywhere at once, and draws itself when a screen is
          connected or mirrored. No program is told when a meeting shares the screen you have: draw it
          yourself then. Paper always has the names.
        </Text>
      </Stack>
    </Panel>
  );
}
