/** How work in this room is followed and stopped; a job's reporter fits. */
export interface Watch {
  /** `fraction` 0 to 1, or undefined while it cannot be known. */
  progress(fraction: number | undefined, text: string): void;
  /** Throws once the work is no longer wanted. */
  checkCancelled(): void;
}

export const unwatched: Watch = { progress: () => undefined, checkCancelled: () => undefined };
