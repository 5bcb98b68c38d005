import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../../api/client.ts';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import { RecoveryGroups } from './recovery-groups.tsx';
import styles from './keys.module.css';

/** A recovery key that was just made. */
export type NewKey = OperationOutput<'keys.new-recovery-key'>;

/** The sheet of paper: what it opens, where it is to be kept, what to do with it. */
export function RecoverySheet({ made }: { readonly made: NewKey }) {
  const status = useOperation('setup.status', {}).data;
  const session = useOperation('session.get', {}).data;
  const about = useOperation('app.about', {}).data;
  return (
    <>
      <SheetHead
        of={status?.school?.name ?? status?.authority?.name}
        title="Recovery sheet of First Day"
        printedBy={session?.userName}
        confidential="opens all records"
      />
      <PrintOnly>
        <div className={styles.sheet}>
          <p>
            This sheet opens the school’s records of exclusions when nothing else does: the PC is broken or
            was replaced, its Windows account was made anew, or nobody remembers a password. Without it the
            records are then lost. Nobody can make the key again, the makers of First Day included.
          </p>
          <RecoveryGroups recoveryKey={made.recoveryKey} />
          <p>
            Sheet {made.sheet}, made <InstantText instant={made.madeAt} />. It takes the place of every
            earlier sheet, but keep those as long as you keep backups from their time.
          </p>
          <div>
            <h2>What to do when First Day asks for it</h2>
            <ol className={styles.steps}>
              <li>On a new PC, install First Day and copy the data folder, or restore a backup.</li>
              <li>Start First Day. It asks for the recovery key.</li>
              <li>
                Type the seven groups. Capitals or small letters, with or without spaces; there is no letter
                O, I, L or U in it, those are the digits 0 and 1 and the letter V.
              </li>
              <li>Let this Windows account open the records from now on, and put the sheet back.</li>
            </ol>
          </div>
          <div className={styles.where}>
            <p>
              Keep it in the school’s safe or another locked place, not beside the PC, and never as a
              photograph or a file. Whoever has this sheet and a copy of the records can read them all. If it
              is lost or was seen by somebody it is not meant for, print a new one under Settings, Keys, and
              change the key.
            </p>
            {about ? <p>Place of the records: {about.location}</p> : null}
          </div>
        </div>
      </PrintOnly>
    </>
  );
}
