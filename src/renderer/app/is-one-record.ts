/** Pages of one pupil: who opened one asked for the name. Everything else is a list. */
const ONE_RECORD = [
  /^\/record(\/|$)/,
  /^\/pupils\/(?!import$)[^/]+$/,
  /^\/pupils\/[^/]+\/(held|erase)$/,
  /^\/support\/(entries|plans)\/[^/]+$/,
  /^\/places\/stays\/[^/]+$/,
  /^\/authority\/conference\/[^/]+$/,
  /^\/settings\/privacy\/returned\//,
  /^\/setup/,
];

export const isOneRecord = (address: string): boolean => ONE_RECORD.some((one) => one.test(address));
