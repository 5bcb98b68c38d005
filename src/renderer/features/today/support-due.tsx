import { sayPromptsDue } from '#shared/text/support-words.ts';
import { useOperation } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';

/** What the at-risk register asks for today, in one line; nothing when it asks for nothing. */
export function SupportDue() {
  const due = useOperation('support.list', {}).data?.due;
  const words = due === undefined ? undefined : sayPromptsDue(due);
  if (words === undefined) return null;
  return (
    <ScreenOnly>
      <Panel>
        <Row gap={3}>
          <StatusTag tone="due">Pupils at risk: {words}</StatusTag>
          <TextLink to="/support">Open the at-risk register</TextLink>
        </Row>
      </Panel>
    </ScreenOnly>
  );
}
