/** In the page's address after its process ended and main has started it again, so that the page can say so. */
export const RESTARTED = 'restarted';
