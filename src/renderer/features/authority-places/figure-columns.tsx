import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import type { Figures, Places, PlacesRow } from './types.ts';
import styles from './authority-places.module.css';

/** What stands where there is no figure: never a nought. */
export const BLANK = '–';

/** Who the row is of, with the words for the total. */
export const nameColumn = (by: Places['by']): Column<PlacesRow> => ({
  key: 'name',
  header: by === 'provider' ? 'Provider' : 'Sending school',
  width: '26%',
  value: ({ name }) => name,
  render: ({ name, kind }) => (
    <>
      {name}
      {kind ? <span className={styles.kind}>{PROVIDER_KIND_WORDS[kind].one}</span> : null}
    </>
  ),
  total: by === 'provider' ? 'All providers' : 'All schools',
});

/** A figure of each row and of the total; a dash where there is none, sorted last. */
export const figureColumn = (
  header: string,
  of: (figures: Figures) => number | null,
  total: Figures,
  say: (value: number) => string = (value) => value.toLocaleString('en-GB'),
): Column<PlacesRow> => {
  const shown = (figures: Figures) => {
    const value = of(figures);
    return value === null ? BLANK : say(value);
  };
  return {
    key: header,
    header,
    numeric: true,
    value: (row) => of(row) ?? -1,
    render: shown,
    total: shown(total),
  };
};
