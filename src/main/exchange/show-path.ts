/**
 * The name or path that a file gives itself or what is in it, fit to be shown: at most 200 characters, without control
 * characters and those that turn the direction of the text about. Never a path to write to.
 */
export const showPath = (path: string): string =>
  Array.from(path.replace(/[\p{Cc}\p{Cf}\ufffd]/gu, ' ').trim())
    .slice(0, 200)
    .join('') || 'a file without a name';
