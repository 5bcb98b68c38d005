import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { Random } from './random.ts';
import type { AreaPhase, AreaSchool } from './types.ts';

/**
 * The invented authority. 999 is no English authority's code, so no number made from it can be a real school's or
 * a real pupil's; a check of UPNs against the list of authorities says so, rightly.
 */
export const AREA_LA = { code: '999', name: 'Marsh Vale' } as const;

const HOME_SCHOOL_NAME = 'Marsh Vale High School';

const SECONDARY_NAMES: readonly string[] = [
  HOME_SCHOOL_NAME,
  'Ottermead Academy',
  'Harrowmere School',
  "St Brannoc's Catholic College, Fenlow",
  'Thornwick Community School',
  "Sedgecombe Girls' School",
  'Larkstoke Academy',
  'Kestrelbourne School',
];

const PRIMARY_NAMES: readonly string[] = [
  'Marlpit Lane Primary School',
  'Osierbank Primary School',
  'Candlemere Primary School',
  'Fenlow Church of England Primary School',
  'Withymead Primary School',
  'Millrace Primary Academy',
  'Sallowfield Infant and Junior School',
  "St Hybald's Catholic Primary School, Ottermead",
  'Tidebrook Primary School',
  'Oxenbury Church of England Primary School',
  'Reedmace Primary School',
  'Wexcombe Primary School',
  'Pellowby Village Primary School',
  'Curlew Way Primary School',
  'Brackenholt Primary School',
  'Hollowdene Primary Academy',
  'Kingcup Meadow Primary School',
  'Ambersley Primary School',
  'Cuckoo Weir Primary School',
  "St Osyth's Church of England Primary School, Harrowmere",
  'Godwit Road Primary School',
  'Cressbrook Lane Primary Academy',
  'Wynmoor Primary School',
  'Teasel Hill Primary School',
];

const PRU_NAME = 'Lapwing House Pupil Referral Unit';

/** Headcounts drift by a few pupils a year; the home school's last one is its real roll, set by the caller. */
export function makeSchools(random: Random, schoolYears: readonly SchoolYear[]): readonly AreaSchool[] {
  let number = 0;
  const make = (name: string, phase: AreaPhase, estab: number, size: number): AreaSchool => {
    number += 1;
    let pupils = size;
    return {
      laEstab: `${AREA_LA.code}${String(estab)}`,
      urn: String(999_000 + number),
      name,
      phase,
      headcounts: schoolYears.map((schoolYear) => {
        const counted = { schoolYear, pupils };
        pupils = Math.round(pupils * (1 + (random.next() - 0.45) / 20));
        return counted;
      }),
    };
  };
  return [
    ...SECONDARY_NAMES.map((name, at) =>
      make(name, 'secondary', 4001 + at, name === HOME_SCHOOL_NAME ? 1140 : random.int(640, 1480)),
    ),
    ...PRIMARY_NAMES.map((name, at) =>
      make(name, 'primary', 2001 + at, random.pick([105, 180, 210, 240, 315, 415, 420, 620])),
    ),
    make(PRU_NAME, 'pru', 1101, random.int(38, 52)),
  ];
}
