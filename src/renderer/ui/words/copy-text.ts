/**
 * Puts text on the clipboard; false when the system did not let it. By the copy command of the page and not by the
 * clipboard interface: that one asks for a permission, and our window is denied all of them.
 */
export function copyText(text: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', give, { once: true });
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- the only way to copy that needs no permission
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', give);
  }
}
