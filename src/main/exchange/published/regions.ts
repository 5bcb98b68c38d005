/**
 * Regions of England as statistics of exclusions name them, with their codes (Office for National Statistics). London is
 * given whole and in two parts.
 */
export const REGION_CODES: Readonly<Record<string, string>> = {
  'North East': 'E12000001',
  'North West': 'E12000002',
  'Yorkshire and the Humber': 'E12000003',
  'East Midlands': 'E12000004',
  'West Midlands': 'E12000005',
  'East of England': 'E12000006',
  London: 'E12000007',
  'South East': 'E12000008',
  'South West': 'E12000009',
  'Inner London': 'E13000001',
  'Outer London': 'E13000002',
};

export const ENGLAND_CODE = 'E92000001';

/** The code of a region by its name, however its capitals are; empty where it is none. */
export function regionCode(name: string): string {
  const lower = name.trim().toLowerCase();
  const found = Object.entries(REGION_CODES).find(([one]) => one.toLowerCase() === lower);
  return found?.[1] ?? '';
}
