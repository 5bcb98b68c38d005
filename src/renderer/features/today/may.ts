/** What this user may do from the day sheet. */
export interface May {
  readonly place: boolean;
  readonly record: boolean;
  readonly seePupils: boolean;
}
