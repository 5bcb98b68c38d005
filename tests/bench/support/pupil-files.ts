import { stringify } from 'csv-stringify/sync';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeXml } from '#main/exchange/xml-escape.ts';
import type { AreaPupil } from '#main/demonstration/types.ts';

/** The school of `setUpSchool`, as files name it. */
const [LA, ESTAB] = ['201', '4001'];

/** Writes a Common Transfer File with what such a file usually carries, used by us or not; gives its path. */
export function writeCtf(folder: string, pupils: readonly AreaPupil[]): string {
  const path = join(folder, '2014001_CTF_2014001_001.xml');
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="UTF-8"?>
<CTfile>
  <Header>
    <DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion>
    <DateTime>2025-11-12T10:00:00</DateTime><DocumentQualifier>full</DocumentQualifier>
    <DataDescriptor>CTF</DataDescriptor><SupplierID>BENCH</SupplierID>
    <SourceSchool>
      <LEA>${LA}</LEA><Estab>${ESTAB}</Estab><SchoolName>Test High School</SchoolName>
      <AcademicYear>2025</AcademicYear>
    </SourceSchool>
    <DestSchool><LEA>${LA}</LEA><Estab>${ESTAB}</Estab></DestSchool>
  </Header>
  <CTFpupilData>
${pupils.map(ctfPupil).join('')}  </CTFpupilData>
</CTfile>
`,
  );
  return path;
}

const element = (name: string, text: string | null): string =>
  text === null ? '' : `<${name}>${escapeXml(text)}</${name}>`;

function ctfPupil(pupil: AreaPupil, at: number): string {
  return `    <Pupil>
      ${element('UPN', pupil.upn)}
      ${element('Surname', pupil.surname)}
      ${element('Forename', pupil.forename)}
      ${element('DOB', pupil.dob)}
      ${element('Sex', pupil.sex)}
      <BasicDetails>
        ${element('FormerUPN', pupil.formerUpn)}
        ${element('MiddleNames', pupil.middleNames)}
        ${element('PreferredSurname', pupil.preferredSurname)}
        ${element('NCyearActual', pupil.ncYear)}
        ${element('RegistrationGroup', pupil.form)}
        ${element('EnrolStatus', pupil.enrolStatus)}
        ${element('Ethnicity', pupil.ethnicity)}
      </BasicDetails>
      <LookedAfter>${element('InCare', String(pupil.inCare))}${element('CareAuthority', pupil.careAuthority)}</LookedAfter>
      <SENhistory><SEN><StartDate>${pupil.entryDate}</StartDate>${element('SENprovision', pupil.senProvision)}</SEN></SENhistory>
      <Address><SAON></SAON><PAON>${String(at + 1)}</PAON><Street>Mill Lane</Street><Town>Anytown</Town><PostCode>AN1 1AA</PostCode></Address>
      <Contacts>
        <Contact><Order>1</Order><Title>Mrs</Title>${element('Surname', pupil.surname)}<Forename>Pat</Forename><Relationship>MOT</Relationship><Responsibility>true</Responsibility></Contact>
        <Contact><Order>2</Order><Title>Mr</Title>${element('Surname', pupil.surname)}<Forename>Sam</Forename><Relationship>FAT</Relationship><Responsibility>true</Responsibility></Contact>
      </Contacts>
      <SchoolHistory>
        <School><LEA>${LA}</LEA><Estab>${ESTAB}</Estab><SchoolName>Test High School</SchoolName>${element('EntryDate', pupil.entryDate)}${element('LeavingDate', pupil.leavingDate)}<LastSchool>true</LastSchool></School>
        <School><LEA>${LA}</LEA><Estab>2002</Estab><SchoolName>Test Primary School</SchoolName><EntryDate>2015-09-02</EntryDate><LeavingDate>2018-07-20</LeavingDate><LastSchool>false</LastSchool></School>
      </SchoolHistory>
    </Pupil>
`;
}

const COLUMNS: readonly (readonly [heading: string, cell: (pupil: AreaPupil) => string | null])[] = [
  ['UPN', ({ upn }) => upn],
  ['Former UPN', ({ formerUpn }) => formerUpn],
  ['Legal surname', ({ surname }) => surname],
  ['Forename', ({ forename }) => forename],
  ['Middle names', ({ middleNames }) => middleNames],
  ['Preferred surname', ({ preferredSurname }) => preferredSurname],
  ['Gender', ({ sex }) => sex],
  ['Date of birth', ({ dob }) => ukDate(dob)],
  ['Year group', ({ ncYear }) => ncYear],
  ['Reg group', ({ form }) => form],
  ['Enrolment status', ({ enrolStatus }) => enrolStatus],
  ['Entry date', ({ entryDate }) => ukDate(entryDate)],
  ['SEN status', ({ senProvision }) => senProvision],
  ['In LA care', ({ inCare }) => (inCare ? 'Yes' : 'No')],
  ['Care authority', ({ careAuthority }) => careAuthority],
  ['Ethnicity', ({ ethnicity }) => ethnicity],
];

const ukDate = (iso: string): string => iso.split('-').toReversed().join('/');

/** Writes the CSV that a pupil system exports; gives its path. */
export function writeCsv(folder: string, pupils: readonly AreaPupil[]): string {
  const path = join(folder, 'pupils.csv');
  const rows = pupils.map((pupil) => COLUMNS.map(([, cell]) => cell(pupil)));
  writeFileSync(
    path,
    stringify([COLUMNS.map(([heading]) => heading), ...rows], { record_delimiter: 'windows' }),
  );
  return path;
}
