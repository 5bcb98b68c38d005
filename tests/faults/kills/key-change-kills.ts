import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readKeyFile } from '#main/security/keys/key-file-place.ts';
import { checkWhole } from '../check-whole.ts';
import { databaseIn, openAppIn } from '../open-app.ts';
import { makeSmallSchool, providersIn, saveProvider, TODAY } from '../small-school.ts';
import type { KillKind } from './kind.ts';

const MOST = 200;

/** A command and a change of the key, one after another. */
export const keyChangeKills: KillKind = {
  kills: 15,
  prepare: makeSmallSchool,
  async work(folder, done) {
    const app = await openAppIn(folder, TODAY);
    for (let n = (await providersIn(app)).length + 1; n <= MOST; n += 1) {
      await saveProvider(app, n);
      done(`provider ${String(n)}`);
      const { key: before } = app.office.desk.place();
      const changed = await app.office.keys.change(undefined, () => undefined);
      if (!changed.ok) throw new Error(changed.error.message);
      assert.notEqual(app.office.desk.place().key, before);
      done(`key ${app.office.desk.place().key}`);
    }
    await app.close();
  },
  async check(folder, done, kills) {
    const file = databaseIn(folder);
    checkWhole(file);
    const app = await openAppIn(folder, TODAY);
    const providers = await providersIn(app);
    const { key } = app.office.desk.place();
    await app.close();
    const commands = done.filter((one) => one.startsWith('provider '));
    for (const one of commands) assert.ok(providers.includes(`Provider ${one.slice(9)}`), `${one} is gone`);
    assert.ok(providers.length - commands.length <= kills, 'more is there than was ever asked for');
    // The key acknowledged last, or the one whose acknowledgement the kill came before.
    const earlier = done.filter((one) => one.startsWith('key ')).slice(0, -1);
    assert.ok(!earlier.includes(`key ${key}`), 'an earlier key was given up');
    assert.equal(readKeyFile(file)?.keys.length, 1, 'one key is left once it was opened again');
    assert.ok(!existsSync(`${file}.next`), 'and nothing of the copy');
  },
};
