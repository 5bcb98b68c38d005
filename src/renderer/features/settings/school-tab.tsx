import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { HeadsPanel } from './heads-panel.tsx';
import { LetterheadPanel } from './letterhead-panel.tsx';
import styles from './settings.module.css';

/** Who decides, and what the letters carry. */
export function SchoolTab({ phase }: { readonly phase: string }) {
  const school = useOperation('school.get', {});
  const mayEdit = useMay('school.edit');
  return (
    <Loaded query={school} what="the school’s details">
      {({ details, heads, inForce, letterhead }) => (
        <div className={styles.form}>
          <HeadsPanel heads={heads} inForce={inForce} phase={phase} mayEdit={mayEdit} />
          <DetailsPanel key={details.version} details={details} mayEdit={mayEdit} />
          <LetterheadPanel letterhead={letterhead} mayEdit={mayEdit} />
        </div>
      )}
    </Loaded>
  );
}
