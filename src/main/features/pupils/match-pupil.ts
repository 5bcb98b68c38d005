import { pupilSearchText } from '#shared/domain/pupils/search-text.ts';
import { problem, type ImportProblem } from '../../exchange/file-problems.ts';
import type { ImportedPupil, PupilField } from '../../exchange/imported-pupil.ts';
import type { PupilRecord } from '../../storage/repositories/pupils.ts';

/** Who of the roll a record of a file is; `onRoll` absent for a pupil we do not have. */
export interface Match {
  readonly onRoll?: PupilRecord;
  /** True when the file is older than the roll: it still has the UPN that we know as the former one. */
  readonly byOldUpn: boolean;
  readonly problems: readonly ImportProblem[];
}

/**
 * Makes ready to match the records of one file, in their order: by UPN; else by the former UPN the file gives, when a
 * UPN was replaced; else by the former UPN we keep. A second record for the same pupil is an error.
 */
export function matchPupils(
  roll: readonly PupilRecord[],
  elementOf: (field: PupilField) => string,
): (pupil: ImportedPupil) => Match {
  const byUpn = new Map(roll.map((one) => [one.upn, one]));
  const byFormerUpn = new Map(roll.flatMap((one) => (one.formerUpn === null ? [] : [[one.formerUpn, one]])));
  const byPerson = new Map(roll.map((one) => [personKey(one), one]));
  const lineOf = new Map<string, number>();

  return (pupil) => {
    const { line, upn, formerUpn } = pupil;
    const same = byUpn.get(upn);
    const replaced = formerUpn === undefined || formerUpn === upn ? undefined : byUpn.get(formerUpn);
    const problems: ImportProblem[] = [];
    if (same !== undefined && replaced !== undefined) {
      problems.push(
        problem('error', {
          line,
          element: elementOf('formerUpn'),
          value: formerUpn,
          message: `The UPN ${upn} and the former UPN ${formerUpn ?? ''} are those of two different pupils on your roll.`,
          remedy: 'Find out which is right and correct the former UPN in the system the file came from.',
        }),
      );
    }
    const old = (same ?? replaced) ? undefined : byFormerUpn.get(upn);
    const onRoll = same ?? replaced ?? old;
    if (onRoll === undefined) return { byOldUpn: false, problems: likelyTwin(pupil, byPerson, elementOf) };
    if (old !== undefined) {
      problems.push(
        problem('warning', {
          line,
          element: elementOf('upn'),
          value: upn,
          message: `This is a former UPN: the pupil has ${old.upn} on your roll, which is kept.`,
          remedy: 'Nothing need be done, unless the file is older than you thought.',
        }),
      );
    }
    const first = lineOf.get(onRoll.id);
    if (first === undefined) lineOf.set(onRoll.id, line);
    else {
      problems.push(
        problem('error', {
          line,
          element: elementOf('upn'),
          value: upn,
          message: `This is the same pupil as on line ${String(first)}: one record has the UPN, the other the former UPN.`,
          remedy: 'Remove the record that is out of date, then choose the file again.',
        }),
      );
    }
    return { onRoll, byOldUpn: old !== undefined, problems };
  };
}

const personKey = ({ surname, forename, dob }: { surname: string; forename: string; dob: string }): string =>
  `${dob}${pupilSearchText({ surname, forename, upn: '' })}`;

/** Somebody of the same name and date of birth is probably the same person with a new UPN; only a person can tell. */
function likelyTwin(
  pupil: ImportedPupil,
  byPerson: ReadonlyMap<string, PupilRecord>,
  elementOf: (field: PupilField) => string,
): ImportProblem[] {
  const twin = byPerson.get(personKey(pupil));
  if (twin === undefined) return [];
  return [
    problem('warning', {
      line: pupil.line,
      element: elementOf('upn'),
      value: pupil.upn,
      message: `A pupil of this name and date of birth is on your roll already, with the UPN ${twin.upn}.`,
      remedy:
        'If it is the same pupil, give the old UPN as the former UPN in the file; otherwise both are kept.',
    }),
  ];
}
