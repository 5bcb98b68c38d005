import { describe, expect, it } from 'vitest';
import { readCtf } from './ctf.ts';
import { inspectCsv, readPupilCsv } from './pupil-csv.ts';

/** A CTF of one pupil with this beside the name. */
const ctf = (more: string) =>
  readCtf(
    Buffer.from(
      `<CTfile><Header><DocumentName>Common Transfer File</DocumentName></Header><CTFpupilData><Pupil>
<UPN>G201400114001</UPN><Surname>Example</Surname><Forename>Jo</Forename><DOB>2011-02-17</DOB><Sex>F</Sex>${more}
</Pupil></CTFpupilData></CTfile>`,
    ),
  );

const csv = (value: string) => {
  const bytes = Buffer.from(
    `UPN,Surname,Forename,DOB,Sex,FSM\r\nG201400114001,Example,Jo,17/02/2011,F,${value}`,
  );
  const seen = inspectCsv(bytes);
  return readPupilCsv(bytes, seen.ok ? seen.value.mapping : {});
};

const fsmOf = (read: ReturnType<typeof ctf> | ReturnType<typeof csv>) =>
  read.ok ? read.value.pupils[0]?.fsm : 'refused';

const period = (start: string, end = '') =>
  `<FSMinstance><FSMstartDate>${start}</FSMstartDate>${end && `<FSMendDate>${end}</FSMendDate>`}</FSMinstance>`;

describe('free school meals', () => {
  it('are read from a column of a CSV, and a blank says nothing', () => {
    expect(['Yes', 'T', 'no', 'FALSE', ''].map((value) => fsmOf(csv(value)))).toEqual([
      true,
      true,
      false,
      false,
      undefined,
    ]);
  });

  it('that cannot be read are left out with a warning, not refused', () => {
    expect(csv('Sometimes')).toMatchObject({
      ok: true,
      value: {
        pupils: [{ upn: 'G201400114001' }],
        warnings: [{ line: 2, element: 'FSM', value: 'Sometimes' }],
      },
    });
  });

  it('are read from the last period of a CTF: open means eligible, ended means not', () => {
    expect(fsmOf(ctf(`<FSMhistory>${period('2024-01-08')}</FSMhistory>`))).toBe(true);
    const twice = period('2024-01-08') + period('2020-01-08', '2021-01-08');
    expect(fsmOf(ctf(`<FSMhistory>${twice}</FSMhistory>`))).toBe(true);
    expect(fsmOf(ctf(`<FSMhistory>${period('2020-01-08', '2021-01-08')}</FSMhistory>`))).toBe(false);
    expect(fsmOf(ctf('<FSMhistory><FSMeligible>true</FSMeligible></FSMhistory>'))).toBe(true);
    expect(fsmOf(ctf(''))).toBeUndefined();
    expect(fsmOf(ctf('<FSMhistory/>'))).toBeUndefined();
  });
});
