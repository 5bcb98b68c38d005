import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { findImpossibleCharacters } from './check-characters.ts';
import { refuseFile } from './file-problems.ts';
import type { ReturnDocument, ReturnExclusion, ReturnPupil } from './return-document.ts';
import { canonicalReturn } from './return-document.ts';
import { escapeXml } from './xml-escape.ts';

/** An element with text, or with elements inside; undefined ones are left out. */
type Part = readonly [name: string, content: string | readonly (Part | undefined)[]] | undefined;

/**
 * Writes a return in the school census layout of 2020 on (our reconstruction; see docs/file-formats.md): the
 * header, the school's name and phase, and each pupil with `Exclusions`. UTF-8, LF line ends, always the same
 * bytes for the same return. Refused: characters that XML cannot hold, which are located and never dropped.
 */
export function writeCensusXml(document: ReturnDocument): Result<string> {
  const impossible = findImpossibleCharacters(document);
  if (impossible.length > 0) return refuseFile(impossible);
  const root: Part = ['Message', [header(document), school(document), pupils(canonicalReturn(document))]];
  return ok(`<?xml version="1.0" encoding="UTF-8"?>\n${render(root, '')}`);
}

function render(part: Part, indent: string): string {
  if (part === undefined) return '';
  const [name, content] = part;
  if (typeof content === 'string') return `${indent}<${name}>${escapeXml(content)}</${name}>\n`;
  const inside = content.map((one) => render(one, `${indent}  `)).join('');
  return inside === '' ? `${indent}<${name}/>\n` : `${indent}<${name}>\n${inside}${indent}</${name}>\n`;
}

const optional = (name: string, text: string | number | boolean | undefined): Part =>
  text === undefined || text === '' ? undefined : [name, String(text)];

function header(document: ReturnDocument): Part {
  return [
    'Header',
    [
      [
        'CollectionDetails',
        [
          ['Collection', 'SC'],
          ['Term', document.period.term ?? 'SPR'],
          ['Year', String(document.period.year ?? '')],
          ['ReferenceDate', document.referenceDate],
        ],
      ],
      [
        'Source',
        [
          ['SourceLevel', 'S'],
          ['LEA', document.school.la],
          ['Estab', document.school.estab],
          optional('SoftwareCode', document.software),
          optional('Release', document.release),
          ['Xversion', '1'],
          optional('SerialNo', document.serialNo),
          optional('DateTime', document.createdAt),
        ],
      ],
      [
        'Content',
        [
          [
            'CBDSLevels',
            [
              ['CBDSLevel', 'School'],
              ['CBDSLevel', 'Pupil'],
            ],
          ],
        ],
      ],
    ],
  ];
}

function school({ school: { name, phase } }: ReturnDocument): Part {
  if (name === undefined && phase === undefined) return undefined;
  return ['School', [['SchoolCharacteristics', [optional('SchoolName', name), optional('Phase', phase)]]]];
}

function pupils(document: ReturnDocument): Part {
  const group = (name: string, one: string, members: readonly ReturnPupil[]): Part =>
    members.length === 0 ? undefined : [name, members.map((pupil): Part => [one, pupilParts(pupil)])];
  return [
    'Pupils',
    [
      group(
        'PupilsOnRoll',
        'PupilOnRoll',
        document.pupils.filter((pupil) => pupil.onRoll),
      ),
      group(
        'PupilsNoLongerOnRoll',
        'PupilNoLongerOnRoll',
        document.pupils.filter((pupil) => !pupil.onRoll),
      ),
    ],
  ];
}

function pupilParts(pupil: ReturnPupil): readonly Part[] {
  const status = [
    optional('EnrolStatus', pupil.enrolStatus),
    optional('EntryDate', pupil.entryDate),
    optional('LeavingDate', pupil.leavingDate),
    optional('NCyearActual', pupil.ncYear),
  ];
  return [
    [
      'PupilIdentifiers',
      [
        ['UPN', pupil.upn],
        optional('FormerUPN', pupil.formerUpn),
        ['Surname', pupil.surname],
        ['Forename', pupil.forename],
        ['Sex', pupil.sex],
        ['DOB', pupil.dob],
      ],
    ],
    status.some((one) => one !== undefined) ? ['PupilStatus', status] : undefined,
    pupil.senProvision === undefined
      ? undefined
      : ['SpecialEducationalNeeds', [['SENprovision', pupil.senProvision]]],
    ['Exclusions', pupil.exclusions.map(exclusion)],
  ];
}

function exclusion(one: ReturnExclusion): Part {
  return [
    'TermlyExclusion',
    [
      ['Category', one.category],
      ['Reasons', one.reasons.map((reason): Part => ['Reason', reason])],
      ['StartDate', one.startDate],
      // A permanent exclusion has no length, so the census has no sessions for it.
      one.category === 'PERM' ? undefined : optional('Sessions', one.sessions),
      optional('InCare', one.inCare),
      optional('SENprovision', one.senProvision),
    ],
  ];
}
