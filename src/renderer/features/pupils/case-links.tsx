import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { plural } from '../../ui/words/format.ts';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import styles from './pupil.module.css';

interface CaseLinksProps {
  readonly exclusionId: string;
  readonly counted: boolean;
}

/** Ways into the case: its duties and its letters, with how many are open. */
export function CaseLinks({ exclusionId, counted }: CaseLinksProps) {
  const mayDuties = useMay('duties.view');
  const mayLetters = useMay('letters.view');
  const duties = useOperation('duties.list', { exclusionId }, { enabled: counted && mayDuties }).data?.duties;
  const letters = useOperation('letters.list', { exclusionId }, { enabled: counted && mayLetters }).data
    ?.letters;
  const overdue = duties?.filter(({ status }) => status === 'overdue').length ?? 0;
  const due = duties?.filter(({ status }) => status === 'due').length ?? 0;
  const toSend = letters?.filter(({ needed, state }) => needed && state !== 'issued').length ?? 0;
  return (
    <ScreenOnly>
      <div className={styles.links}>
        {mayDuties ? (
          <TextLink to="/record" search={{ exclusion: exclusionId, tab: 'duties' }}>
            {due + overdue === 0 ? 'Duties' : `${plural(due + overdue, 'duty', 'duties')} to do`}
          </TextLink>
        ) : null}
        {overdue > 0 ? <StatusTag tone="overdue">{overdue} overdue</StatusTag> : null}
        {mayLetters ? (
          <TextLink to="/record" search={{ exclusion: exclusionId, tab: 'letters' }}>
            {toSend === 0 ? 'Letters' : `${plural(toSend, 'letter')} to send`}
          </TextLink>
        ) : null}
      </div>
    </ScreenOnly>
  );
}
