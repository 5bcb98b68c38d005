/** The nonce of this page's style policy, put into the page by the app:// handler; empty where there is none. */
export function styleNonce(): string {
  const content = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
  return content.startsWith('__') ? '' : content;
}
