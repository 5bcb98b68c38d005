import { describe, expect, it } from 'vitest';
import { chooseVersions } from '#shared/domain/editing/choose-versions.ts';
import { compareVersions } from '#shared/domain/editing/compare-versions.ts';
import { draftOf, presetOf, type ProviderDraft } from './provider-draft.ts';
import { flatten, PROVIDER_PARTS, providerText, unflatten, type FlatProvider } from './provider-versions.ts';

const draft: ProviderDraft = { ...draftOf(undefined), ...presetOf('pru'), kind: 'pru', name: 'The Bridge' };

describe('two versions of a provider', () => {
  it('have every part of the form, and come back from the comparison as they were', () => {
    expect([...PROVIDER_PARTS].toSorted()).toEqual(Object.keys(flatten(draft)).toSorted());
    expect(unflatten(flatten(draft))).toEqual(draft);
  });

  it('keep a rule that one changed and a telephone that the other did', () => {
    const mine = flatten({ ...draft, contactPhone: '01632 960001' });
    const theirs = flatten({ ...draft, rules: { ...draft.rules, noticeDays: 3 } });
    const compared = compareVersions<FlatProvider>(PROVIDER_PARTS, { base: flatten(draft), mine, theirs });
    const chosen = { ...theirs, ...chooseVersions(compared, {}) };
    expect(unflatten(chosen)).toEqual({
      ...draft,
      contactPhone: '01632 960001',
      rules: { ...draft.rules, noticeDays: 3 },
    });
    expect(providerText('noticeDays', theirs, [])).toMatch(/3 school days of notice/);
    expect(providerText('noticeDays', { ...mine, noticeDays: undefined }, [])).toBe('');
    expect(providerText('week', mine, [])).toMatch(/^Mon am: \d+, 9\.\d\d am to/);
  });
});
