import { censusLayoutOf, type CensusLayout } from '#shared/domain/returns/census-layout.ts';
import { formatsFor } from '#shared/domain/returns/formats-for.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { censusExclusion, censusPart, findNotInLayout } from './census-exclusion.ts';
import { findUnwritable } from './check-writable.ts';
import { problem, refuseWriting } from './file-problems.ts';
import type { ReturnDocument, ReturnPupil } from './return-document.ts';
import { canonicalReturn } from './return-document.ts';
import { group, optional, renderXml, type Part } from './xml-write.ts';

/**
 * Writes a return as a school census file, in the layout that the census of its period has (both are our
 * reconstructions; see docs/file-formats.md): the header, the school's name and phase, and each pupil with
 * `Exclusions`. UTF-8, LF line ends, always the same bytes for the same return. Refused, located and never dropped:
 * characters that XML cannot hold, a period that is no census, a second reason before autumn 2020.
 */
export function writeCensusXml(document: ReturnDocument): Result<string> {
  const layout = censusLayoutOf(document.period);
  const noCensus = findOtherPeriod(document);
  const faults = [
    ...findUnwritable(document),
    ...noCensus,
    // Another period has no layout that a second reason could break.
    ...(noCensus.length === 0 ? findNotInLayout(document, layout) : []),
  ];
  if (faults.length > 0) return refuseWriting(faults);
  const parts = [
    header(document),
    school(document),
    pupils(canonicalReturn(censusPart(document, layout)), layout),
  ];
  return ok(renderXml(['Message', parts]));
}

function findOtherPeriod({ period }: ReturnDocument) {
  const { reason } = formatsFor(period).find(({ format }) => format === 'census-xml') ?? {};
  if (reason === undefined) return [];
  const at = { element: 'Period', value: `${period.from} to ${period.to}` };
  return [problem('error', { ...at, message: reason, remedy: 'Choose another format for this period.' })];
}

function header({ period, referenceDate, school: { la, estab }, ...about }: ReturnDocument): Part {
  const collection: readonly Part[] = [
    ['Collection', 'SC'],
    // The former PRU census names itself as its own term.
    ['Term', period.kind === 'annual' ? 'PRU' : (period.term ?? '')],
    ['Year', String(period.year ?? '')],
    ['ReferenceDate', referenceDate],
  ];
  const source: readonly Part[] = [
    ['SourceLevel', 'S'],
    ['LEA', la],
    ['Estab', estab],
    optional('SoftwareCode', about.software),
    optional('Release', about.release),
    ['Xversion', '1'],
    optional('SerialNo', about.serialNo),
    optional('DateTime', about.createdAt),
  ];
  const levels = ['School', 'Pupil'].map((level): Part => ['CBDSLevel', level]);
  return [
    'Header',
    [
      ['CollectionDetails', collection],
      ['Source', source],
      ['Content', [['CBDSLevels', levels]]],
    ],
  ];
}

function school({ school: { name, phase } }: ReturnDocument): Part {
  return group('School', [
    group('SchoolCharacteristics', [optional('SchoolName', name), optional('Phase', phase)]),
  ]);
}

function pupils(document: ReturnDocument, layout: CensusLayout): Part {
  const { kind } = document.period;
  const list = (name: string, one: string, onRoll: boolean): Part => {
    const members = document.pupils.filter((pupil) => pupil.onRoll === onRoll);
    return group(
      name,
      members.map((pupil): Part => [one, pupilParts(pupil, layout, kind === 'annual')]),
    );
  };
  return [
    'Pupils',
    [list('PupilsOnRoll', 'PupilOnRoll', true), list('PupilsNoLongerOnRoll', 'PupilNoLongerOnRoll', false)],
  ];
}

function pupilParts(pupil: ReturnPupil, layout: CensusLayout, annual: boolean): readonly Part[] {
  return [
    [
      'PupilIdentifiers',
      [
        ['UPN', pupil.upn],
        optional('FormerUPN', pupil.formerUpn),
        ['Surname', pupil.surname],
        ['Forename', pupil.forename],
        [layout === '2012' ? 'Gender' : 'Sex', pupil.sex],
        ['DOB', pupil.dob],
      ],
    ],
    group('PupilCharacteristics', [
      optional('Ethnicity', pupil.ethnicity),
      optional('FSMeligible', pupil.fsm),
    ]),
    group('PupilStatus', [
      optional('EnrolStatus', pupil.enrolStatus),
      optional('EntryDate', pupil.entryDate),
      optional('LeavingDate', pupil.leavingDate),
      optional('NCyearActual', pupil.ncYear),
    ]),
    group('SpecialEducationalNeeds', [optional('SENprovision', pupil.senProvision)]),
    [
      'Exclusions',
      pupil.exclusions.map((one): Part => [
        annual ? 'AnnualExclusion' : 'TermlyExclusion',
        censusExclusion(one, layout),
      ]),
    ],
  ];
}
