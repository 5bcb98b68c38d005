import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeLines } from './outcome-lines.ts';
import { terminalJson, terminalLine } from './terminal-text.ts';

const ESCAPE = '\u001b[2K\u001b]0;owned\u0007\u009b31m\u202egpj\r';

describe('what a terminal is shown', () => {
  it('is one line without anything that a terminal obeys', () => {
    expect(terminalLine(`a${ESCAPE}\nb`)).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(terminalLine('Zoë Łukasiewicz — 2014001.xml')).toBe('Zoë Łukasiewicz — 2014001.xml');
  });

  it('is the same JSON, with controls written by their numbers', () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: 'binary' }), (json, text) => {
        const value: unknown = { json: JSON.parse(json), text: text + ESCAPE };
        const shown = terminalJson(value, 2);
        expect(JSON.parse(shown)).toEqual(JSON.parse(JSON.stringify(value)));
        // eslint-disable-next-line no-control-regex
        expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });

  it('keeps a file’s own name, values and sentences to their line', () => {
    const lines = outcomeLines({
      fileName: `x${ESCAPE}\nimported: y.xml`,
      outcome: 'refused',
      message: 'Not imported.',
      problems: [
        { severity: 'error', value: ESCAPE, element: `e${ESCAPE}`, message: 'Wrong.', remedy: 'Mend it.' },
      ],
    });
    expect(lines.trimEnd().split('\n')).toHaveLength(2);
    expect(lines.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});
