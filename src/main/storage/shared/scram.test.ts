import { expect, it } from 'vitest';
import { scramVerifier } from './scram.ts';

const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');

it('makes the keys of the example in RFC 7677', async () => {
  // The RFC gives the server's signature; its keys follow from password "pencil", this salt and 4096 rounds.
  expect(await scramVerifier('pencil', { salt })).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});

it('one password however it is typed is one verifier; another salt makes another', async () => {
  const composed = await scramVerifier('four caf\u00E9s\u00A0here', { salt });
  expect(await scramVerifier('four cafe\u0301s here', { salt })).toBe(composed);
  expect(await scramVerifier('four caf\u00E9s here')).not.toBe(composed);
});
