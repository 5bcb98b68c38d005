import type { OperationOutput } from '#shared/contract/contract.ts';

export type Compared = OperationOutput<'authority.compare-grids'>;

export type ComparedSchool = Compared['schools'][number];

export type Imported = OperationOutput<'authority.import-grids'>;

export type GridPupil = OperationOutput<'authority.grid-pupils'>['rows'][number];

export type Checked = OperationOutput<'authority.cross-check-list'>;

export type CriteriaChoice = OperationOutput<'authority.criteria-choices'>['choices'][number];

/** A term of a school year. */
export type GridTerm = Compared['terms'][number];
