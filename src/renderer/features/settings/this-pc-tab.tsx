import { Link } from '@tanstack/react-router';
import { useOperation } from '../../api/client.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useColourScheme } from '../../ui/theme/use-colour-scheme.ts';
import { YourNamePanel } from './your-name-panel.tsx';
import styles from './settings.module.css';

/** Where the data lives, how the window looks, which program this is. */
export function ThisPcTab() {
  const about = useOperation('app.about', {});
  const signsIn = useOperation('session.get', {}).data?.state !== 'no-sign-in';
  const [scheme, setScheme] = useColourScheme();
  return (
    <div className={styles.narrow}>
      {signsIn ? null : <YourNamePanel />}
      <Panel title="Appearance">
        <SegmentedChoice
          label="Colours"
          value={scheme}
          onChange={setScheme}
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
            { value: 'system', label: 'As this PC' },
          ]}
        />
      </Panel>
      <Loaded query={about} what="where the data is">
        {({ engine, location, version, dataVersion, runtime }) => (
          <>
            <Panel title="Where the data lives">
              <Stack gap={3}>
                <DefinitionList
                  items={[
                    {
                      term: 'Kept',
                      detail: engine === 'sqlite' ? 'On this PC, in one file' : 'On a shared server',
                    },
                    { term: 'Place', detail: <span className={styles.path}>{location}</span> },
                    { term: 'Form of the data', detail: `Version ${dataVersion}` },
                  ]}
                />
                <Text muted small prose>
                  {engine === 'sqlite'
                    ? 'Nothing leaves this PC but the files you export. The data file holds pupils’ records: it belongs in the school’s own backup, and on no memory stick.'
                    : 'The server holds pupils’ records: whoever looks after it looks after their backup.'}
                </Text>
                <p>
                  <Link to="/settings/sharing">
                    {engine === 'sqlite' ? 'Join a shared database' : 'About the shared database'}
                  </Link>
                </p>
              </Stack>
            </Panel>
            <Panel title="The program">
              <DefinitionList
                items={[
                  { term: 'First Day', detail: `Version ${version}` },
                  ...Object.entries(runtime).map(([term, detail]) => ({ term, detail })),
                ]}
              />
            </Panel>
          </>
        )}
      </Loaded>
    </div>
  );
}
