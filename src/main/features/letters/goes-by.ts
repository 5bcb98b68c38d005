/** How a letter goes, as far as the rules tell it apart: post counts as given later than what is handed over or sent on. */
export const goesBy = (sentHow: string): 'by-hand' | 'post' =>
  sentHow.endsWith('post') ? 'post' : 'by-hand';
