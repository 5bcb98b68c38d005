import { describe, expect, it } from 'vitest';
import { chooseDraft, compareDrafts } from './draft-versions.ts';
import { newForm, type RecordForm } from './form-state.ts';

const base: RecordForm = newForm({
  pupil: { id: 'amara', name: 'Amara Okafor' },
  incidentOn: '2025-11-12',
  startDate: '2025-11-13',
  startSlot: 'am',
  length: 2,
  reasons: ['PP'],
  incidentAccount: 'Pushed another pupil.',
});

const standings = (mine: Partial<RecordForm>, theirs: Partial<RecordForm>) =>
  compareDrafts({ base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } }).map(
    ({ field, standing }) => `${field} ${standing}`,
  );

describe('a draft that two people changed', () => {
  it('shows only what differs, and who changed it', () => {
    expect(standings({}, {})).toEqual([]);
    expect(
      standings(
        { incidentAccount: 'Mine.', reasons: ['DB'] },
        { incidentAccount: 'Theirs.', decidedBy: 'Mrs Head' },
      ),
    ).toEqual(['incidentAccount both', 'reasons mine', 'decidedBy theirs']);
  });

  it('takes kind and length for one thing, and does not see an end that does not lead', () => {
    expect(standings({ kind: 'permanent' }, { length: 3 })).toEqual(['kind both']);
    expect(standings({ endDate: '2025-11-20' }, {})).toEqual([]);
  });

  it('knows a pupil by the id, however much is known of them', () => {
    expect(standings({ pupil: { id: 'amara', name: 'Amara Okafor', upn: 'A1', inCare: false } }, {})).toEqual(
      [],
    );
    expect(standings({ pupil: { id: 'ben', name: 'Ben Hale' } }, {})).toEqual(['pupil mine']);
  });

  it('becomes what was chosen, with what each changed alone', () => {
    const compared = compareDrafts({
      base,
      mine: { ...base, incidentAccount: 'Mine.', reasons: ['DB'] },
      theirs: { ...base, incidentAccount: 'Theirs.', length: 4 },
    });
    expect(chooseDraft(compared, {})).toBeUndefined();
    expect(chooseDraft(compared, { incidentAccount: 'theirs' })).toEqual({
      incidentAccount: 'Theirs.',
      reasons: ['DB'],
      kind: 'fixed-period',
      lengthBy: 'half-days',
      length: 4,
      endDate: null,
      endSlot: 'pm',
    });
  });
});
