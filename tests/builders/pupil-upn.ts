import { checkUpn } from '#shared/domain/pupils/upn.ts';

/** A UPN of the test school with the right check letter; `serial` 0 to 99,999 tells pupils apart. */
export function testUpn(serial: number): string {
  const figures = `2014001${String(serial).padStart(5, '0')}`;
  const letter = checkUpn(`A${figures}`).checkLetter?.expected;
  if (letter === undefined) throw new Error(`${figures} makes no UPN`);
  return letter + figures;
}

/** The same UPN with a check letter that does not fit. */
export function upnWithWrongLetter(serial: number): string {
  const upn = testUpn(serial);
  return (upn.startsWith('A') ? 'B' : 'A') + upn.slice(1);
}
