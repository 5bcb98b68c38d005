/** `all` in runs of at most `size`: one statement's worth of rows stays under the engines' limits of parameters. */
export function inChunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let start = 0; start < all.length; start += size) chunks.push(all.slice(start, start + size));
  return chunks;
}
