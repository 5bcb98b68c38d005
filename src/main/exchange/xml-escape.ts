/** Characters that XML 1.0 cannot hold, not even as a character code: controls, non-characters, half surrogates. */
const IMPOSSIBLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** True when the text holds a character that cannot be written in XML (XML 1.0, production Char). */
export const hasImpossibleCharacter = (text: string): boolean => IMPOSSIBLE.test(text);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // As codes, because a reader may turn these into spaces or line feeds.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as the content of an element. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>\t\n\r]/g, (char) => ESCAPES[char] ?? char);
