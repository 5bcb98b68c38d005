import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import type { May } from './may.ts';
import { SessionChip } from './session-chip.tsx';
import type { Sheet } from './sheet.ts';
import styles from './today.module.css';

type Out = Sheet['out'][number];

interface OutTableProps {
  readonly sheet: Sheet;
  readonly may: May;
}

/** One row a pupil out: where they are in the morning and in the afternoon. Those without a place come first. */
export function OutTable({ sheet, may }: OutTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>Pupils out on {sheet.label}, session by session</VisuallyHidden>
        </caption>
        <colgroup>
          <col className={styles.colPupil} />
          <col className={styles.colForm} />
          <col />
          <col />
          <col className={styles.colDay} />
          <col className={styles.colBack} />
          <col className={styles.colAction} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Pupil</th>
            <th scope="col">Form</th>
            <th scope="col">Morning</th>
            <th scope="col">Afternoon</th>
            <th scope="col">Day</th>
            <th scope="col">Back</th>
            <th scope="col" className={styles.screenOnly}>
              <VisuallyHidden>Action</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.out.map((row) => (
            <OutRow key={row.exclusionId} row={row} may={may} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OutRow({ row, may }: { readonly row: Out; readonly may: May }) {
  const uncovered = row.chips.some(({ wantsPlace }) => wantsPlace);
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>
          {may.seePupils ? (
            <TextLink to="/pupils/$pupilId" params={{ pupilId: row.pupilId }}>
              <PersonName name={row.name} />
            </TextLink>
          ) : (
            <PersonName name={row.name} />
          )}
        </span>
        <span className={styles.what}>{row.title}</span>
      </th>
      <td>{row.form}</td>
      <Where row={row} slot="am" />
      <Where row={row} slot="pm" />
      <td className={styles.number}>{row.day}</td>
      <td className={styles.back}>
        {row.returnsOn ? (
          <SessionText {...row.returnsOn} form="short" />
        ) : row.kind === 'permanent' ? (
          'Permanent'
        ) : (
          'After lunch'
        )}
      </td>
      <td className={styles.screenOnly}>
        {row.kind === 'lunchtime' ? null : (
          <ButtonLink
            to="/places"
            // To book what is suggested, where something is wanted; else to look.
            search={{ exclusion: row.exclusionId, ...(uncovered && may.place ? { suggest: true } : {}) }}
            size="small"
            variant={uncovered ? 'secondary' : 'quiet'}
          >
            {uncovered && may.place ? 'Find places' : 'Places'}
            <VisuallyHidden>
              {' '}
              for <PersonName name={row.name} />
            </VisuallyHidden>
          </ButtonLink>
        )}
      </td>
    </tr>
  );
}

/** The cell of one half of the day; a lunchtime belongs to neither, and stands where the morning ends. */
function Where({ row, slot }: { readonly row: Out; readonly slot: 'am' | 'pm' }) {
  const chip = row.chips.find((one) => one.slot === slot || (slot === 'am' && one.slot === 'lunch'));
  return (
    <td className={styles.where}>
      {chip ? <SessionChip chip={chip} /> : <span className={styles.in}>In lessons</span>}
    </td>
  );
}
