import { contract, type OperationName } from './contract.ts';

/** What stays at one PC: who sits there, what is half typed, its own database file and keys. */
const AT_ONE_PC = new Set(['session', 'forms', 'keys', 'backups', 'recovery', 'app']);

const areaOf = (name: string): string => name.slice(0, name.indexOf('.'));

/**
 * Whether a finished command is told to the other programs at the same shared database, and may be believed when they
 * tell it. Whoever has a login can send any text; a query or a command of another PC’s own is none of them.
 */
export const isTold = (name: string): name is OperationName =>
  Object.hasOwn(contract, name) &&
  // The line before says that it is one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  contract[name as OperationName].kind === 'command' &&
  !AT_ONE_PC.has(areaOf(name));

/** Commands that may give places up, or make them free, beside those about places themselves. */
const MAY_TOUCH_PLACES = new Set<OperationName>([
  'calendar.save',
  'calendar.save-day',
  'exclusions.issue',
  'exclusions.record-event',
  'exclusions.void-event',
  'exclusions.cancel',
  'privacy.erase-pupil',
  'planner.accept',
]);

const ABOUT_PLACES = new Set(['places', 'stays']);

/**
 * What other schools are told of a command: that something about places or providers changed, since they book the same;
 * never which of a school’s own commands it was.
 */
export function toldBeyond(name: OperationName): OperationName | undefined {
  if (areaOf(name) === 'providers') return 'providers.save';
  return ABOUT_PLACES.has(areaOf(name)) || MAY_TOUCH_PLACES.has(name) ? 'places.book' : undefined;
}
