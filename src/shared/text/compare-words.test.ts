import { describe, expect, it } from 'vitest';
import { changeFigureWords, figureWords, tieWords } from './compare-words.ts';

describe('figures of a comparison', () => {
  it('have halves where there are any, and the decimals asked for', () => {
    expect([figureWords(2871.5), figureWords(2871), figureWords(69.29, 1), figureWords(7, 1)]).toEqual([
      '2,871.5',
      '2,871',
      '69.3',
      '7.0',
    ]);
  });

  it('say less with a minus and more with a plus', () => {
    expect([-20, 3.5, 0].map((value) => changeFigureWords(value))).toEqual(['\u221220', '+3.5', '0']);
  });

  it('state a tie and what came of it', () => {
    expect(tieWords({ mark: 'X', change: -5, sharedBy: 3, marked: true })).toBe(
      '3 tie for the last X with a change of \u22125; all of them are marked X.',
    );
    expect(tieWords({ mark: 'O', change: 0, sharedBy: 212, marked: false })).toBe(
      '212 tie for the last O with no change; none of them is marked O.',
    );
  });
});
