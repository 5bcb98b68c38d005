import { Button } from '../../ui/form/button.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { RecoveredFacts } from './recovered-facts.tsx';
import type { RecoveredTold } from './recovery-page.tsx';

interface Props {
  readonly told: RecoveredTold;
  readonly onRead: () => void;
}

/** What was recovered and what not, until somebody has read it. */
export function RecoveredPage({ told, onRead }: Props) {
  return (
    <>
      <PageHeader title="The records were recovered" keepFocus />
      <RecoveredFacts told={told} />
      <Text prose>
        {told.setAside === undefined ? '' : `The damaged file is kept as ${told.setAside}. `}
        This list is kept beside the records as {told.report}, and in the audit trail. Compare what is marked
        with your papers.
      </Text>
      <Row gap={2}>
        <Button variant="primary" autoFocus onClick={onRead}>
          Go on to the records
        </Button>
      </Row>
    </>
  );
}
