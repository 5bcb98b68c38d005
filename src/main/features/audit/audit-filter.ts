import { Temporal } from 'temporal-polyfill';
import { contract, type ParsedInput } from '#shared/contract/contract.ts';
import { OLDER_OPERATIONS } from '#shared/text/audit-words.ts';
import type { AuditFilter } from '../../storage/repositories/audit-list.ts';

type Asked = Omit<ParsedInput<'audit.export'>, 'destination'>;

/** What was asked, as the repository takes it: days as instants, an area as its operations. */
export function auditFilter({ area, from, to, ...same }: Asked): AuditFilter {
  return {
    ...same,
    ...(area === undefined ? {} : { operations: operationsOf(area) }),
    ...(from === undefined ? {} : { from: startOf(Temporal.PlainDate.from(from)) }),
    ...(to === undefined ? {} : { to: lastOf(Temporal.PlainDate.from(to)) }),
  };
}

const startOf = (day: Temporal.PlainDate): string =>
  day.toZonedDateTime('Europe/London').toInstant().toString({ smallestUnit: 'millisecond' });

const lastOf = (day: Temporal.PlainDate): string =>
  day
    .add({ days: 1 })
    .toZonedDateTime('Europe/London')
    .toInstant()
    .subtract({ milliseconds: 1 })
    .toString({ smallestUnit: 'millisecond' });

/** Operations that the trail can hold: those of the contract, and names that it knows beside them. */
const ALL = [...Object.keys(contract), ...OLDER_OPERATIONS];

const areaOf = (operation: string): string => operation.split('.')[0] ?? operation;

const operationsOf = (area: string): readonly string[] => ALL.filter((name) => areaOf(name) === area);

/** The areas that the trail can be narrowed to: those that change or hand out something. */
export const auditAreas: readonly string[] = [
  ...new Set(
    Object.entries(contract)
      .filter(([, operation]) => operation.kind === 'command' || 'records' in operation)
      .map(([name]) => areaOf(name)),
  ),
].toSorted();
