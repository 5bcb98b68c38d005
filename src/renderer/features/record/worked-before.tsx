import { useOperation } from '../../api/client.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { WorkedList } from './worked-list.tsx';

interface WorkedBeforeProps {
  readonly pupilId: string;
  /** The case it is shown in, whose own is left out. */
  readonly exclusionId?: string | undefined;
}

/** What helped the pupil after earlier exclusions; nothing where nobody noted any. */
export function WorkedBefore({ pupilId, exclusionId }: WorkedBeforeProps) {
  const { drawn } = useCurtain();
  const { data } = useOperation('reintegration.what-worked', { pupilId });
  const worked = (data?.worked ?? []).filter((one) => one.exclusionId !== exclusionId);
  if (worked.length === 0) return null;
  return (
    <Panel title="What worked before">
      <WorkedList worked={worked} drawn={drawn} />
    </Panel>
  );
}
