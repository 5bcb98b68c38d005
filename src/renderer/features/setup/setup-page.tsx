import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { AuthoritySetup } from './authority-setup.tsx';
import { SchoolSetup } from './school-setup.tsx';
import { Welcome } from './welcome.tsx';
import styles from './setup.module.css';

/** First run: stands alone, without the rail, until the database is somebody's. */
export function SetupPage({ onJoin }: { readonly onJoin: () => void }) {
  const [way, setWay] = useState<'welcome' | 'school' | 'authority'>('welcome');
  useKeptForm('setup/way', way, setWay);
  const status = useOperation('setup.status', {});
  const [returned, setReturned] = useState(false);
  const back = () => {
    setReturned(true);
    setWay('welcome');
  };
  return (
    <div className={styles.page}>
      {way === 'welcome' ? (
        <Welcome
          returned={returned}
          onSchool={() => setWay('school')}
          onAuthority={() => setWay('authority')}
          onJoin={onJoin}
        />
      ) : way === 'authority' ? (
        <AuthoritySetup onBack={back} />
      ) : (
        <Loaded query={status} what="the school year">
          {({ schoolYear }) => <SchoolSetup currentYear={schoolYear} onBack={back} />}
        </Loaded>
      )}
    </div>
  );
}
