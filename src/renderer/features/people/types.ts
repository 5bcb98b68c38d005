import type { OperationOutput } from '#shared/contract/contract.ts';

export type PeopleList = OperationOutput<'people.list'>;

export type Person = PeopleList['people'][number];

export type RoleTerm = Person['roles'][number];

/** A temporary password, shown once. */
export interface Given {
  readonly name: string;
  readonly password: string;
}
