import type { OperationOutput } from '#shared/contract/contract.ts';

/** Somebody who may decide on the day of the decision. */
export type Decider = OperationOutput<'exclusions.preview'>['deciders'][number];

const same = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('en-GB') === other.trim().toLocaleLowerCase('en-GB');

/**
 * Who decides: whom the form names; while it names nobody, whom this PC remembers, or the only one there is. A name of
 * nobody who may decide stays as it is, so that the user sees what is wrong with it.
 */
export function deciderFor(named: string, deciders: readonly Decider[], remembered: string): string {
  const find = (name: string) => deciders.find((decider) => same(decider.name, name))?.name;
  if (named.trim() !== '') return find(named) ?? named;
  return find(remembered) ?? (deciders.length === 1 ? (deciders[0]?.name ?? '') : '');
}
