/** Characters that XML allows but turns into others (a carriage return), or that the writer would drop without a word. */
const LOST = /[\r\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffd]|\p{Noncharacter_Code_Point}/gu;

/**
 * A text as a cell holds it. Workbooks write a character by its number as `_x000D_`; what looks so already has its first
 * stroke written that way. Names of parts that every object has are written so too, because the writer keeps texts in
 * an object and would take those for known ones.
 */
export function cellText(text: string): string {
  const escaped = text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_').replace(LOST, byNumber);
  return escaped in {} ? `${byNumber(escaped.slice(0, 1))}${escaped.slice(1)}` : escaped;
}

const byNumber = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  }).join('');
