/** Columns without which a school of the register cannot be told. */
export const REQUIRED = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'TypeOfEstablishment (code)',
  'EstablishmentStatus (code)',
  'PhaseOfEducation (code)',
] as const;

/** Columns that say more where they are there. */
export const WANTED = [
  'TypeOfEstablishment (name)',
  'OpenDate',
  'CloseDate',
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

export type RegisterColumn = (typeof REQUIRED)[number] | (typeof WANTED)[number];
