const EXPORT_AGAIN =
  'Export the file again from the system it came from; if that does not help, send its support this message.';

interface PlainWords {
  readonly message: string;
  readonly remedy: string;
}

const CUT_SHORT: PlainWords = {
  message: 'The file stops before its end: it was cut short or only partly copied.',
  remedy: 'Copy or download it again, or export it again from the system it came from.',
};

/** What saxes says (matched by its beginning) and what it means to the person with the file. */
const TABLE: readonly (readonly [pattern: RegExp, words: PlainWords])[] = [
  [/^(unclosed tag|unexpected end|XML declaration is incomplete)/, CUT_SHORT],
  [
    /^document must contain a root element/,
    {
      message: 'The file holds no XML elements.',
      remedy: 'Check that it is the right file. ' + EXPORT_AGAIN,
    },
  ],
  [
    /^(unmatched closing tag|unexpected close tag|weird empty close tag)/,
    { message: 'An element is closed here that is not the one that was opened last.', remedy: EXPORT_AGAIN },
  ],
  [
    /^documents may contain only one root|^text data outside of root node/,
    {
      message: 'There is something after the end of the document: two files may have been joined.',
      remedy: EXPORT_AGAIN,
    },
  ],
  [
    /^(malformed character entity|disallowed character\.)/,
    {
      message: 'There is a character here that XML does not allow.',
      remedy: 'Remove it from the record it came from. ' + EXPORT_AGAIN,
    },
  ],
  [
    /^(duplicate attribute|attribute without value|no whitespace between attributes|unquoted attribute value)/,
    { message: 'The opening of this element is not written correctly.', remedy: EXPORT_AGAIN },
  ],
];

const BARE_AMPERSAND: PlainWords = {
  message: 'There is an "&" here that is not part of a known character code.',
  remedy: 'In XML an ampersand is written "&amp;". ' + EXPORT_AGAIN,
};

/** An ampersand that begins none of the five entities of XML and no character code. */
const NOT_A_CODE = /&(?!(?:amp|lt|gt|apos|quot|#\d{1,7}|#x[\da-fA-F]{1,6});)/;

/**
 * After a bare ampersand the parser reads on to the next semicolon, maybe to the end of the file, and complains
 * only there, or of a file cut short. So when it complains of either, the ampersand itself is looked for.
 */
export function findBareAmpersand(
  parserMessage: string,
  text: string,
): (PlainWords & { readonly at: number }) | undefined {
  if (
    !/: (unexpected end|unclosed tag|undefined entity|disallowed character in entity|empty entity)/.test(
      parserMessage,
    )
  )
    return undefined;
  const at = text.search(NOT_A_CODE);
  // One within the last characters is a code that was cut off with the file.
  return at < 0 || at > text.length - 10 ? undefined : { ...BARE_AMPERSAND, at };
}

/** The parser's words for an error of well-formedness, in plain words. */
export function plainWords(parserMessage: string): PlainWords {
  const bare = parserMessage.replace(/^(undefined:)?\d+:\d+: /, '');
  const found = TABLE.find(([pattern]) => pattern.test(bare));
  return (
    found?.[1] ?? { message: 'The file is not correctly written XML at this line.', remedy: EXPORT_AGAIN }
  );
}
