/** What a command carries beside its input. */
export interface Envelope {
  /** Chosen by whoever gives the command; given again under the same id, it is answered and not done again. */
  readonly commandId?: string | undefined;
}
