import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is in the folder beside good files, each by its name. */
export interface ReturnFolder {
  /** Files that are good and different, the nil return among them. */
  readonly good: number;
  readonly nil: string;
  /** The same bytes as another file, under another name. */
  readonly duplicate: string;
  /** Made a month before another of the same school and census. */
  readonly old: string;
  readonly brokenXml: string;
  /** Named for one school, and says that it is of another. */
  readonly wrongSchool: string;
  /** Numbers of schools that nothing good comes from. */
  readonly missing: readonly string[];
}

const numberIn = (name: string): string => name.slice(0, 7);

/**
 * Makes a folder of the demonstration's returns (see `authority.write-demonstration-returns`) what an authority is sent:
 * most of them good; one with nothing in it, one twice, one that is older than another, one cut short, one of another
 * school than its name says, and two that never came.
 */
export function messUpReturns(folder: string): ReturnFolder {
  const names = readdirSync(folder).toSorted();
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const duplicate = names.find((name) => name.startsWith('Copy of ')) ?? '';
  const whole = names.filter((name) => name.endsWith('.xml') && name !== duplicate);
  const brokenXml = whole.find((name) => !text(name).includes('</Message>')) ?? '';
  // The first file is the one that came twice.
  const [old = '', nil = '', wrong = '', ...rest] = whole.filter(
    (name) => name !== brokenXml && name !== duplicate.replace('Copy of ', ''),
  );
  const [named = '', gone = '', goneToo = ''] = rest;
  const oldName = `Z sent in September ${old}`;
  writeFileSync(join(folder, oldName), text(old).replace(/<DateTime>2026-10/, '<DateTime>2026-09'));
  writeFileSync(join(folder, nil), text(nil).replace(/<Pupils>[^]*<\/Pupils>/, '<Pupils>\n  </Pupils>'));
  const wrongSchool = named.replace('_001', '_002');
  renameSync(join(folder, wrong), join(folder, wrongSchool));
  for (const name of [gone, goneToo]) rmSync(join(folder, name));
  return {
    good: readdirSync(folder).length - [duplicate, oldName, brokenXml, wrongSchool].length,
    nil,
    duplicate,
    old: oldName,
    brokenXml,
    wrongSchool,
    missing: [brokenXml, wrong, gone, goneToo].map(numberIn),
  };
}
