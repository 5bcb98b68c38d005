import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { CsvRow } from '../csv-rows.ts';
import type { ProblemList } from '../file-problems.ts';
import { readUkDate } from '../read-date.ts';
import type { RegisterColumn } from './register-columns.ts';
import { REGISTER_PHASES, REGISTER_STATUS, REGISTER_TYPES } from './register-types.ts';

export interface RegisterRow {
  readonly laEstab: string;
  readonly la: string;
  readonly laName: string;
  readonly region: string | null;
  readonly urn: string | null;
  readonly name: string;
  readonly phase: string;
  readonly type: string | null;
  readonly openOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly headName: string | null;
  readonly address: readonly string[] | null;
  /** From the January census that the register names; `fsm` in hundredths of a per cent. */
  readonly profile?: { readonly schoolYear: number; readonly headcount: number; readonly fsm: number | null };
}

/** Why an establishment is not taken: what it is, where it is, not open yet, or without a number of its own. */
export type LeftOut = 'type' | 'not-england' | 'proposed' | 'no-number';

/** A closed school whose day of closing the register does not know. */
const LONG_AGO: IsoDate = '1900-01-01';

const ADDRESS = ['Street', 'Locality', 'Address3', 'Town', 'County (name)', 'Postcode'] as const;

/** One establishment; why it is left out; or undefined with the problem listed. */
export function readRegisterRow(
  { line, cells }: CsvRow,
  places: Partial<Record<RegisterColumn, number>>,
  problems: ProblemList,
): RegisterRow | LeftOut | undefined {
  const at = (column: RegisterColumn) => (cells[places[column] ?? -1] ?? '').trim();
  const wrong = (element: RegisterColumn, message: string) => {
    problems.error({ line, element, value: at(element), message, remedy: AS_DOWNLOADED });
    return undefined;
  };
  const type = at('TypeOfEstablishment (code)').replace(/^0+(?=\d)/, '');
  const la = at('LA (code)').padStart(3, '0');
  if (!/^\d{3}$/.test(la)) return wrong('LA (code)', 'This is not the number of an authority.');
  const region = at('GOR (name)');
  if (isWelsh(la) || /wales|not applicable/i.test(region) || la === '000') return 'not-england';
  const known = REGISTER_TYPES[type];
  if (known === undefined) return 'type';
  const status = at('EstablishmentStatus (code)');
  if (status === REGISTER_STATUS.proposed) return 'proposed';
  const estab = at('EstablishmentNumber');
  if (estab === '') return 'no-number';
  if (!/^\d{1,4}$/.test(estab)) return wrong('EstablishmentNumber', 'This is not the number of a school.');
  const name = at('EstablishmentName');
  if (name === '') return wrong('EstablishmentName', 'The school has no name.');
  const [openOn, closedOn, censusDate] = (['OpenDate', 'CloseDate', 'CensusDate'] as const).map((column) => {
    const text = at(column);
    if (text === '') return null;
    const read = readUkDate(text);
    if (read.date !== undefined) return read.date;
    // A date that cannot be read costs the date and not the register: whole countries have slips.
    problems.warning({
      line,
      element: column,
      value: text,
      message: `${read.message} It was left out.`,
      remedy: AS_DOWNLOADED,
    });
    return null;
  });
  const closed = status === REGISTER_STATUS.closed;
  const urn = at('URN');
  const headName = [at('HeadTitle (name)'), at('HeadFirstName'), at('HeadLastName')]
    .filter((part) => part !== '' && part !== 'Not recorded')
    .join(' ');
  const address = ADDRESS.map(at).filter((part) => part !== '' && part !== 'Not recorded');
  return {
    laEstab: la + estab.padStart(4, '0'),
    la,
    laName: at('LA (name)'),
    region: region === '' ? null : region,
    urn: /^\d{6}$/.test(urn) ? urn : null,
    name,
    phase: known.phase ?? REGISTER_PHASES[at('PhaseOfEducation (code)')] ?? 'unknown',
    type: at('TypeOfEstablishment (name)') || null,
    openOn: openOn ?? null,
    closedOn: closed ? (closedOn ?? LONG_AGO) : null,
    headName: headName === '' ? null : headName,
    address: address.length === 0 ? null : address,
    ...profileOf(at('NumberOfPupils'), at('PercentageFSM'), censusDate ?? null),
  };
}

const AS_DOWNLOADED = 'Choose the register as it was downloaded; if it is, tell the register of the slip.';

/** Numbers of authorities of Wales. */
const isWelsh = (la: string): boolean => la >= '660' && la <= '681';

function profileOf(pupils: string, percentage: string, censusDate: IsoDate | null) {
  if (!/^\d+$/.test(pupils) || censusDate === null) return {};
  const share = Number(percentage);
  const fsm = percentage !== '' && share >= 0 && share <= 100 ? Math.round(share * 100) : null;
  return { profile: { schoolYear: schoolYearOf(censusDate), headcount: Number(pupils), fsm } };
}
