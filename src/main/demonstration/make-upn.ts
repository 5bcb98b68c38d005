import { checkUpn } from '#shared/domain/pupils/upn.ts';

/** Letters of a temporary number's last place: no I, O or S. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Issues unique numbers for an area, as the schools where the pupils first went would have. */
export interface UpnIssuer {
  /** `laEstab` of the issuing school and the year of issue, e.g. 2014. */
  issue(laEstab: string, year: number): string;
  issueTemporary(laEstab: string, year: number): string;
}

/** Each issuer starts its serial numbers afresh, so use one for the whole area. */
export function createUpnIssuer(): UpnIssuer {
  const serials = new Map<string, number>();
  const nextSerial = (key: string): number => {
    const serial = (serials.get(key) ?? 0) + 1;
    serials.set(key, serial);
    return serial;
  };
  const stem = (laEstab: string, year: number) => `${laEstab}${String(year % 100).padStart(2, '0')}`;
  const complete = (rest: string): string => (checkUpn(`A${rest}`).checkLetter?.expected ?? '') + rest;
  return {
    issue: (laEstab, year) => {
      const start = stem(laEstab, year);
      return complete(start + String(nextSerial(start)).padStart(3, '0'));
    },
    issueTemporary: (laEstab, year) => {
      const start = stem(laEstab, year);
      const serial = nextSerial(`${start} temporary`) - 1;
      const letter = LETTERS.charAt(serial % LETTERS.length);
      return complete(start + String(Math.floor(serial / LETTERS.length) + 1).padStart(2, '0') + letter);
    },
  };
}
