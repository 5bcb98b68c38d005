import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import type {
  ComparedPhase,
  GroupLevel,
  GroupMeasure,
  Grouping,
  Measure,
  PupilGroup,
} from '#shared/domain/compare/types.ts';

export type Compared = OperationOutput<'authority.compare'>;
export type ComparedRow = Compared['rows'][number];
export type RollUp = OperationOutput<'authority.roll-up'>;
export type ReasonLengths = OperationOutput<'authority.compare-lengths'>['reasons'][number];
export type Breakdown = OperationOutput<'authority.breakdown'>;
export type SchoolFigures = OperationOutput<'authority.school'>;
export type ExportView = OperationInput<'authority.export-comparison'>['view'];

/** What is compared, as it was chosen. */
export interface ComparedBy {
  readonly measure: Measure;
  readonly phase: ComparedPhase;
  readonly by: Grouping;
  /** Only the schools of one row of another grouping, with its name. */
  readonly within?: { readonly by: Grouping; readonly key: string; readonly name: string } | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What is broken down, as it was chosen. */
export interface GroupsAsked {
  readonly group: PupilGroup;
  readonly measure: GroupMeasure;
  readonly level: GroupLevel;
  readonly key: string;
  readonly schoolYear?: number | undefined;
  readonly suppressed: boolean;
}
