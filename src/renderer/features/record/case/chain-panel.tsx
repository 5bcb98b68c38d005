import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../../ui/form/button.tsx';
import { ChainIcon } from '../../../ui/icons.ts';
import { TextLink } from '../../../ui/layout/links.tsx';
import { Panel } from '../../../ui/layout/panel.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Text } from '../../../ui/layout/text.tsx';
import styles from './case.module.css';
import type { Case } from './types.ts';

const AS = {
  further: 'straight after it',
  extension: 'extends it',
  conversion: 'makes it permanent',
} as const;

interface ChainPanelProps {
  readonly found: Case;
  readonly mayRecord: boolean;
}

/** What it follows, what follows it, and the ways in which another may follow; a way that is barred says why. */
export function ChainPanel({ found: { row, follows, followedBy, chains }, mayRecord }: ChainPanelProps) {
  const navigate = useNavigate();
  const ways = mayRecord && row.state !== 'draft' ? chains : [];
  if (follows === undefined && followedBy.length === 0 && ways.length === 0) return null;
  return (
    <Panel title="Before and after it">
      <Stack gap={3}>
        {follows === undefined ? null : (
          <p>
            Follows{' '}
            <TextLink to="/record" search={{ exclusion: follows.exclusionId }}>
              {follows.title}
            </TextLink>
          </p>
        )}
        {followedBy.map(({ exclusionId, title, as }) => (
          <p key={exclusionId}>
            Followed by{' '}
            <TextLink to="/record" search={{ exclusion: exclusionId }}>
              {title}
            </TextLink>
            , which {as === 'further' ? 'begins ' : ''}
            {AS[as]}
          </p>
        ))}
        {ways.length > 0 ? (
          <div className={styles.ways}>
            {ways.map(({ as, label, allowed, why }) => (
              <div key={as}>
                <Button
                  icon={ChainIcon}
                  disabled={!allowed}
                  disabledReason={why}
                  onClick={() => void navigate({ to: '/record', search: { follows: row.id, as } })}
                >
                  {label}
                </Button>
                {allowed || why === undefined ? null : (
                  <Text small muted>
                    {why}
                  </Text>
                )}
              </div>
            ))}
          </div>
        ) : null}
      </Stack>
    </Panel>
  );
}
