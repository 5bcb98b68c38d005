/** What every sheet of figures says of itself, wherever it is taken. */
export const SOURCE = [
  'Source',
  'Returns that schools sent to the authority, as kept in First Day. Of overlapping returns the one made last counts for a date. A later return may alter these figures.',
] as const;

export const BLANKS = [
  'Blanks',
  'A year of a school counts when its returns hold every day from 1 September to 31 July. Otherwise its cells are empty: a blank is never a nought. A nought is what the school stated.',
] as const;

export const N = [
  'n',
  'Schools that have the figure. A mean is over these schools and no others; different figures may have different n.',
] as const;

export const CHANGES = [
  'Change',
  'Matched: the mean of later less earlier over the schools with both years. Pooled: the later mean less the earlier, whatever schools are in them. Minus is a reduction.',
] as const;

export const MARKS = [
  'X and O',
  'X: among the five greatest reductions. O: among the five least. Ties for the last place are all marked, unless they are more than five. Blanks are unranked.',
] as const;

export const hiddenOrNot = (suppressed: boolean) =>
  [
    'Small numbers',
    suppressed
      ? 'Figures of 1 to 4 pupils are hidden, and with them others from which they could be worked out.'
      : 'NOT HIDDEN: this file has figures of 1 to 4 pupils, from which pupils may be recognised. Keep it as you keep their names.',
  ] as const;
