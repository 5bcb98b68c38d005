/** Check letters by remainder: no I, O or S, which read like figures. Source: census pupil specification. */
const ALPHABET = 'ABCDEFGHJKLMNPQRTUVWXYZ';

const PERMANENT = /^[A-HJ-NP-RT-Z][0-9]{12}$/;
const TEMPORARY = /^[A-HJ-NP-RT-Z][0-9]{11}[A-HJ-NP-RT-Z]$/;

/** What a unique pupil number says about itself. */
export interface UpnCheck {
  /** Trimmed, without spaces, in capitals. */
  readonly upn: string;
  readonly form: 'permanent' | 'temporary' | 'empty' | 'wrong-length' | 'wrong-characters';
  /** Only for a number of the right form. Real pupils carry wrong letters, so a difference is a warning. */
  readonly checkLetter?: { readonly expected: string; readonly actual: string };
  /** Characters 2 to 4: the authority that issued it. `known` is absent when no codes were given. */
  readonly authority?: { readonly code: string; readonly known?: boolean };
}

/** A number as it is kept: without spaces and in capitals. */
export function normaliseUpn(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase();
}

/** The letter that belongs before the last twelve characters of a well-formed number. */
function checkLetterOf(upn: string): string {
  let sum = 0;
  for (let place = 2; place <= 13; place += 1) {
    const character = upn.charAt(place - 1);
    const value = character >= '0' && character <= '9' ? Number(character) : ALPHABET.indexOf(character);
    sum += value * place;
  }
  return ALPHABET.charAt(sum % ALPHABET.length);
}

/**
 * Checks a unique pupil number: check letter, authority (3), establishment (4), year of issue (2), serial
 * (3, or 2 and a letter in a temporary number). `authorityCodes`, when given, are the codes that may stand
 * in characters 2 to 4: those since April 1999 and the pseudo codes; the list changes, so it is the caller's.
 */
export function checkUpn(text: string, authorityCodes?: ReadonlySet<string>): UpnCheck {
  const upn = normaliseUpn(text);
  if (upn === '') return { upn, form: 'empty' };
  if (upn.length !== 13) return { upn, form: 'wrong-length' };
  const form = PERMANENT.test(upn) ? 'permanent' : TEMPORARY.test(upn) ? 'temporary' : undefined;
  if (form === undefined) return { upn, form: 'wrong-characters' };
  const code = upn.slice(1, 4);
  return {
    upn,
    form,
    checkLetter: { expected: checkLetterOf(upn), actual: upn.charAt(0) },
    authority: authorityCodes === undefined ? { code } : { code, known: authorityCodes.has(code) },
  };
}
