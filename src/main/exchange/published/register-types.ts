/**
 * Types of establishment of the national register that make returns of exclusions, by code, with the phase that the type
 * decides; without one the register's own phase does. Types that are not here (independent schools, colleges, universities,
 * schools of Wales and overseas) are left out. Source: the register's own table of types.
 */
export const REGISTER_TYPES: Readonly<Record<string, { readonly phase?: 'special' | 'pru' | 'nursery' }>> = {
  '1': {},
  '2': {},
  '3': {},
  '5': {},
  '6': {},
  '7': { phase: 'special' },
  '8': { phase: 'special' },
  '12': { phase: 'special' },
  '14': { phase: 'pru' },
  '15': { phase: 'nursery' },
  '28': {},
  '33': { phase: 'special' },
  '34': {},
  '35': {},
  '36': { phase: 'special' },
  '38': { phase: 'pru' },
  '40': {},
  '41': {},
  '42': { phase: 'pru' },
  '43': { phase: 'pru' },
  '44': { phase: 'special' },
};

/** Phases of the register by code: middle schools by what they are deemed. */
export const REGISTER_PHASES: Readonly<Record<string, string>> = {
  '1': 'nursery',
  '2': 'primary',
  '3': 'primary',
  '4': 'secondary',
  '5': 'secondary',
  '6': 'secondary',
  '7': 'all-through',
};

export const REGISTER_STATUS = { open: '1', closed: '2', closing: '3', proposed: '4' } as const;
