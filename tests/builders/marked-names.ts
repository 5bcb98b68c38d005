/** Texts that stand only in this pupil's record: whoever finds one after erasing has found a leak. */
export const MARK = 'Quillfeather';

/** A pupil whom nobody else is called like, with a row in every table that can be about one. */
export const MARKED = {
  pupilId: 'marked-pupil',
  exclusionId: 'marked-case',
  draftId: 'marked-draft',
  placementId: 'marked-stay',
  entryId: 'marked-entry',
  upn: 'Q990400100777',
  formerUpn: 'Q990400100778',
  surname: 'Quillfeather-Ashby',
  forename: 'Zebedee',
  dob: '2009-10-05',
} as const;

/** Where the marked pupil is on record. */
export interface Where {
  readonly schoolId: string;
  readonly providerId: string;
  readonly otherPupilId: string;
  /** A Monday on which the provider has room. */
  readonly day: string;
  readonly laEstab: string;
}
