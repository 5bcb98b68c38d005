import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { plural } from '../../ui/words/format.ts';
import { ExclusionEntry } from './exclusion-entry.tsx';
import type { PupilFound } from './pupil-found.ts';
import styles from './pupil.module.css';

type Exclusion = PupilFound['exclusions'][number];

/** Of so many of the newest cases the open duties and letters are counted: the older ones are over. */
const COUNTED = 3;

/** Every exclusion, newest first, under its school year; drafts stand out as what they are. */
export function ExclusionTimeline({ exclusions }: { readonly exclusions: readonly Exclusion[] }) {
  const drafts = exclusions.filter(({ state }) => state === 'draft').length;
  const issued = exclusions.length - drafts;
  const newest = new Set(
    exclusions
      .filter(({ state }) => state !== 'draft')
      .slice(0, COUNTED)
      .map(({ id }) => id),
  );
  return (
    <Panel
      title="Exclusions"
      context={
        exclusions.length === 0
          ? undefined
          : [plural(issued, 'issued', 'issued'), drafts > 0 ? plural(drafts, 'draft') : '']
              .filter(Boolean)
              .join(', ')
      }
    >
      {exclusions.length === 0 ? (
        <Text muted>None on record.</Text>
      ) : (
        byYear(exclusions).map(([year, entries]) => (
          <section key={year} className={styles.year} aria-label={year}>
            <h3 className={styles.yearName}>{year}</h3>
            <ol className={styles.timeline}>
              {entries.map((exclusion) => (
                <ExclusionEntry key={exclusion.id} exclusion={exclusion} counted={newest.has(exclusion.id)} />
              ))}
            </ol>
          </section>
        ))
      )}
    </Panel>
  );
}

function byYear(exclusions: readonly Exclusion[]): readonly (readonly [string, readonly Exclusion[]])[] {
  const years = new Map<string, Exclusion[]>();
  for (const exclusion of exclusions) {
    const { startDate } = exclusion;
    const year = startDate === undefined ? 'No date yet' : formatSchoolYear(schoolYearOf(startDate));
    years.set(year, [...(years.get(year) ?? []), exclusion]);
  }
  return [...years];
}
