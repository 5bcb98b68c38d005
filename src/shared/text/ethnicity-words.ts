/** The department's main codes for ethnicity (Common Basic Data Set, code set D00005). */
const ETHNICITIES: Readonly<Record<string, string>> = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WIRT: 'Traveller of Irish heritage',
  WROM: 'Gypsy or Roma',
  WOTH: 'Any other White background',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  BCRB: 'Black Caribbean',
  BAFR: 'Black African',
  BOTH: 'Any other Black background',
  CHNE: 'Chinese',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused to say',
  NOBT: 'Not yet obtained',
};

/** "Black African (BAFR)"; "code BSOM" where an authority's own code goes further than the main ones. */
export const ethnicityWords = (code: string): string =>
  Object.hasOwn(ETHNICITIES, code) ? `${ETHNICITIES[code] ?? ''} (${code})` : `code ${code}`;
