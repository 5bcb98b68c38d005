import { describe, expect, it } from 'vitest';
import { contract, type OperationName } from './contract.ts';
import { isTold, toldBeyond } from './told-to-others.ts';

// The names of the contract are its keys.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const names = Object.keys(contract) as OperationName[];

describe('what other programs are told', () => {
  it('tells of commands, never of questions', () => {
    expect(names.filter((name) => isTold(name) && contract[name].kind === 'query')).toEqual([]);
    expect(isTold('exclusions.save-draft')).toBe(true);
  });

  it('keeps at one PC who sits there, what is half typed and its own keys', () => {
    expect(['session.work-as', 'session.lock', 'forms.keep', 'keys.unlock'].filter(isTold)).toEqual([]);
  });

  it('does not believe a text that is no command', () => {
    expect(['__proto__', 'toString', '', 'places', 'nothing.at-all'].filter(isTold)).toEqual([]);
  });

  it('other schools hear that places or providers changed, and not by what', () => {
    const beyond = new Set(names.map((name) => toldBeyond(name)));
    expect(beyond).toEqual(new Set([undefined, 'places.book', 'providers.save']));
    expect(toldBeyond('exclusions.cancel')).toBe('places.book');
    expect(toldBeyond('exclusions.save-draft')).toBeUndefined();
    expect(toldBeyond('support.raise')).toBeUndefined();
  });
});
