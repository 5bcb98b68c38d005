import type { OperationOutput } from '#shared/contract/contract.ts';

export type Beside = OperationOutput<'authority.beside-published'>;
export type BesideYear = Beside['years'][number];
export type PublishedFile = OperationOutput<'authority.published'>['files'][number];
export type ListedSchool = OperationOutput<'authority.school-list'>['rows'][number];
export type Comparators = OperationOutput<'authority.comparator-schools'>;
export type ComparatorRow = Comparators['rows'][number];
export type ExtractSchool = OperationOutput<'authority.compare-extract'>['schools'][number];
export type Difference = ExtractSchool['onlyHere'][number];

/** Whose figures are compared: what the authority has received, or what our school last exported. */
export type ExtractOf = 'authority' | 'returns';
