import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import type { Figures } from './types.ts';
import styles from './use.module.css';

export type Rate = Figures['providers'][number];
export type Use = Figures['total'];

/** The name of a provider with its kind, and the words for the total. */
export const PROVIDER_COLUMN: Column<Rate> = {
  key: 'provider',
  header: 'Provider',
  width: '34%',
  value: ({ providerName }) => providerName,
  render: ({ providerId, providerName, providerKind }) => (
    <>
      <TextLink to="/places/providers/$providerId" params={{ providerId }}>
        {providerName}
      </TextLink>
      <span className={styles.kind}>{PROVIDER_KIND_WORDS[providerKind].one}</span>
    </>
  ),
  total: 'All providers',
};

/** A column of figures with its total; `of` is what it sorts by. */
export const figureColumn = (
  header: string,
  of: (use: Use) => number | null,
  say: (use: Use) => string,
  total: Use,
): Column<Rate> => ({
  key: header,
  header,
  numeric: true,
  value: (rate) => of(rate) ?? -1,
  render: say,
  total: say(total),
});
