/** What a command carries beside its input. */
export interface Envelope {
  /** Chosen by whoever gives the command; given again under the same id, it is answered and not done again. */
  readonly commandId?: string | undefined;
  /** It was given before, while the server of the shared database was away: when (UTC ISO), and on which day. */
  readonly given?: { readonly at: string; readonly day: string } | undefined;
}
