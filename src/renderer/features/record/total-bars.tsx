import { MeterBar } from '../../ui/data/meter-bar.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { formatDays } from '../../ui/words/format.ts';
import type { Preview } from './form-problems.ts';

const TERM_MARKS = [
  { at: 5, meaning: 'governors meet if the parents ask' },
  { at: 15, meaning: 'governors must meet' },
];

const YEAR_MARKS = [{ at: 45, meaning: 'not allowed' }];

/** The term and the year, before and with this exclusion, with the marks of the law. */
export function TotalBars({ preview: { term, year } }: { readonly preview: Preview }) {
  if (!term && !year) return null;
  const earlier = Math.max(term?.earlierHalfDays ?? 0, year?.earlierHalfDays ?? 0);
  return (
    <Stack gap={3}>
      {term ? (
        <MeterBar
          label={term.label}
          before={term.beforeHalfDays / 2}
          after={term.afterHalfDays / 2}
          max={20}
          marks={TERM_MARKS}
        />
      ) : null}
      {year ? (
        <MeterBar
          label={year.label}
          before={year.beforeHalfDays / 2}
          after={year.afterHalfDays / 2}
          max={48}
          marks={YEAR_MARKS}
        />
      ) : null}
      {earlier > 0 ? (
        <Text small muted>
          Earlier schools are counted in: {formatDays(earlier)} days this year.
        </Text>
      ) : null}
    </Stack>
  );
}
