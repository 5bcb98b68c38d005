import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { censusReturn } from '#shared/domain/returns/periods.ts';
import { referenceDateOf } from '#shared/domain/returns/periods.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { writeCensusXml } from '#main/exchange/census-xml.ts';
import { writeReturnCsv } from '#main/exchange/return-csv.ts';
import type { ReturnDocument, ReturnExclusion } from '#main/exchange/return-document.ts';
import { testUpn } from '../../builders/pupil-upn.ts';

/** Censuses whose windows follow each other without an overlap: as if each file were of a school of its own. */
const CENSUSES = [censusReturn('AUT', 2023), censusReturn('SUM', 2024), censusReturn('SPR', 2025)];

/** The authority that all schools are put under, so that one database takes them. */
export const COUNTRY = { code: '201', name: 'The country' };

/** Exclusions of a file: 24,000 files hold a million. */
const EXCLUSIONS = 1_000_000 / 24_000;
const PUPILS_KNOWN = 4000;
const FILES_A_FOLDER = 1000;

const SURNAMES = [
  'Okafor',
  'Sadowski',
  'Begum',
  'Fitzgerald',
  'Lindqvist',
  'Nguyen',
  'O’Rourke',
  'Żak',
  'Hall',
  'Achterberg',
];
const FORENAMES = ['Ada', 'Tomasz', 'Amina', 'Liam', 'Maja', 'Minh', 'Niamh', 'Zofia', 'Jo', 'Wren'];
const REASONS = ['DB', 'PP', 'PA', 'VP', 'VA', 'DM', 'TH', 'OW', 'DA'];

/**
 * Invents the returns of a country (the same for the same number), half XML and half CSV, in folders of a thousand; gives
 * the number of exclusions and bytes.
 */
export function writeCountry(
  folder: string,
  files: number,
): { readonly exclusions: number; readonly bytes: number } {
  let state = 20;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const upns = Array.from({ length: PUPILS_KNOWN }, (_, serial) => testUpn(serial));
  const days = CENSUSES.map(({ from, to }) => daysBetween(from, to));
  let [exclusions, bytes] = [0, 0];
  for (let at = 0; at < files; at += 1) {
    const which = at % CENSUSES.length;
    const period = CENSUSES[which] ?? censusReturn('AUT', 2023);
    const count = Math.floor((at + 1) * EXCLUSIONS) - Math.floor(at * EXCLUSIONS);
    exclusions += count;
    const document = invent({
      estab: String(1000 + Math.floor(at / CENSUSES.length)).padStart(4, '0'),
      period,
      days: days[which] ?? [],
      upns,
      count,
      below,
    });
    const kind = at % 2 === 0 ? 'xml' : 'csv';
    const text = kind === 'xml' ? writeCensusXml(document) : writeReturnCsv(document);
    if (!text.ok) throw new Error(text.error.message);
    const inside = join(folder, String(Math.floor(at / FILES_A_FOLDER)).padStart(2, '0'));
    if (at % FILES_A_FOLDER === 0) mkdirSync(inside, { recursive: true });
    const content = Buffer.from(text.value, 'utf8');
    bytes += content.length;
    writeFileSync(join(inside, `${String(at).padStart(5, '0')}.${kind}`), content);
  }
  return { exclusions, bytes };
}

function daysBetween(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

interface Invented {
  readonly estab: string;
  readonly period: ReturnDocument['period'];
  readonly days: readonly IsoDate[];
  readonly upns: readonly string[];
  readonly count: number;
  readonly below: (limit: number) => number;
}

function invent({ estab, period, days, upns, count, below }: Invented): ReturnDocument {
  const first = below(upns.length);
  const pupils: { upn: string; exclusions: ReturnExclusion[] }[] = [];
  for (let made = 0; made < count;) {
    const upn = upns[(first + pupils.length) % upns.length] ?? '';
    const own = Math.min(count - made, 1 + (below(3) === 0 ? 1 + below(2) : 0));
    const start = below(days.length - 20);
    const exclusions = Array.from({ length: own }, (_, which): ReturnExclusion => {
      const permanent = which === own - 1 && below(50) === 0;
      return {
        category: permanent ? 'PERM' : 'SUSP',
        reasons: [REASONS[below(REASONS.length)] ?? 'DB'],
        startDate: days[start + which * 5] ?? days[0] ?? period.from,
        inCare: below(20) === 0,
        senProvision: ['N', 'K', 'E'][below(3)] ?? 'N',
        ...(permanent ? {} : { sessions: 1 + below(10) }),
      };
    });
    made += own;
    pupils.push({ upn, exclusions });
  }
  return {
    school: { la: COUNTRY.code, estab, name: `School ${estab}`, phase: 'SS' },
    period,
    referenceDate: referenceDateOf(period),
    serialNo: '001',
    createdAt: `${referenceDateOf(period)}T10:00:00`,
    software: 'First Day',
    nil: pupils.length === 0,
    pupils: pupils.map(({ upn, exclusions }) => ({
      upn,
      surname: SURNAMES[below(SURNAMES.length)] ?? 'Hall',
      forename: FORENAMES[below(FORENAMES.length)] ?? 'Jo',
      sex: below(2) === 0 ? 'F' : 'M',
      dob: `20${String(8 + below(9)).padStart(2, '0')}-0${1 + below(9)}-1${below(9)}`,
      onRoll: true,
      ncYear: String(1 + below(11)),
      ethnicity: 'WBRI',
      exclusions,
    })),
  };
}
