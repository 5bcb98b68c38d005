/** Columns of the national register that are read. */
const COLUMNS = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'TypeOfEstablishment (code)',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (code)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (code)',
  'CensusDate',
  'NumberOfPupils',
  'PercentageFSM',
  'GOR (name)',
  'Street',
  'Locality',
  'Address3',
  'Town',
  'County (name)',
  'Postcode',
  'HeadTitle (name)',
  'HeadFirstName',
  'HeadLastName',
] as const;

export type RegisterCells = Partial<Record<(typeof COLUMNS)[number], string>>;

const USUAL: RegisterCells = {
  'LA (code)': '201',
  'LA (name)': 'City of London',
  'TypeOfEstablishment (code)': '34',
  'TypeOfEstablishment (name)': 'Academy converter',
  'EstablishmentStatus (code)': '1',
  'PhaseOfEducation (code)': '4',
  CensusDate: '16-01-2025',
  'GOR (name)': 'London',
};

/** A register of made-up schools, as Windows-1252, without the columns in `without`. */
export function registerFile(schools: readonly RegisterCells[], without: readonly string[] = []): Buffer {
  const columns = COLUMNS.filter((column) => !without.includes(column));
  const rows = schools.map((cells) =>
    columns.map((column) => `"${{ ...USUAL, ...cells }[column] ?? ''}"`).join(','),
  );
  return Buffer.from([columns.map((one) => `"${one}"`).join(','), ...rows].join('\r\n'), 'latin1');
}
