import type { Session } from '../../domain/calendar/types.ts';
import type { GapValue, LetterFacts, Person } from '../../domain/letters/types.ts';
import { capitalise, formatHalfDays } from '../exclusion-words.ts';
import { senWords } from '../pupil-words.ts';
import { educationLines } from './education-lines.ts';
import type { GapKey } from './gap-definitions.ts';
import {
  beginning,
  ending,
  listed,
  listedDays,
  longDate,
  ordinal,
  plainDate,
  returning,
} from './long-date.ts';

const oneLine = (text = ''): string =>
  text
    .split('\n')
    .map((part) => part.trim().replace(/,$/, ''))
    .filter((part) => part !== '')
    .join(', ');

/** "Mrs Clerk, 1 School Lane, telephone 020 7946 0001, e-mail clerk@example.org"; empty without a way to reach. */
function reach(person: Person | undefined, role = ''): string {
  if (!person || person.name === '') return '';
  const ways = [
    oneLine(person.address),
    person.phone ? `telephone ${person.phone}` : '',
    person.email ?? '',
  ].filter((way) => way !== '');
  return ways.length === 0 ? '' : [`${person.name}${role}`, ...ways].join(', ');
}

/** "Ms Ashdown" from "Ms Dana Ashdown"; a name without a title stays whole. */
function addressed(name: string): string {
  const [title = '', ...rest] = name.trim().split(/\s+/);
  const titled = /^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|lady)\.?$/i.test(title);
  return titled && rest.length > 0 ? `${title} ${rest.at(-1) ?? ''}` : name.trim();
}

/** Name and address, line by line; empty while either is missing. */
const lines = (person: Person | undefined, role = ''): string =>
  person?.name && person.address ? `${person.name}${role}\n${person.address}` : '';

/** "Mr Tom Reed, Westbrook Council" as one name. */
const nameFirst = (authority: LetterFacts['authority']): Person => ({
  ...authority,
  name: [authority.contact ?? '', authority.name].filter((name) => name !== '').join(', '),
});

function days(halfDays: number): string {
  return halfDays === 1 ? 'half a school day' : formatHalfDays(halfDays).replace('day', 'school day');
}

/** What the record says for every gap, in the words of a letter. Pure; empty text where the record says nothing. */
export function gapValues(facts: LetterFacts): Readonly<Record<GapKey, GapValue>> {
  const { exclusion, pupil, school, authority, clerk, education, governors, parents } = facts;
  const { kind, start, last, returnsOn, takenBack } = exclusion;
  const { words } = facts.ruleSet;
  const title = school.phase === 'pru' ? words.headAtPru : words.head;
  const say = (text: string | undefined): GapValue => ({ text: text ?? '' });
  const [parent] = parents;
  const sameHome = parents.filter(({ address }) => address === parent?.address);
  const names = listed(sameHome.map(({ name }) => name));
  const session = education.law;
  // A lunchtime has its day and no half of it: the pupil is in lessons all along.
  const backAt = (at: Session): string => (kind === 'lunchtime' ? `on ${longDate(at.date)}` : returning(at));
  return {
    letterDate: say(plainDate(facts.writtenOn)),
    pupil: say(pupil.name),
    forename: say(pupil.forename),
    pupilLine: say(pupil.form === undefined ? pupil.name : `${pupil.name}, ${pupil.form}`),
    dateOfBirth: say(plainDate(pupil.dateOfBirth)),
    upn: say(pupil.upn),
    senProvision: say(pupil.senProvision === undefined ? 'not recorded' : senWords(pupil.senProvision)),
    inCare: say(pupil.inCare ? 'yes' : 'no'),
    parentNames: say(names),
    salutation: say(listed(sameHome.map(({ name }) => addressed(name)))),
    parentAddress: say(parent?.address),
    begins: say(kind === 'lunchtime' ? `on ${longDate(start.date)}` : beginning(start)),
    ends: say(last && ending(last)),
    returns: say(returnsOn && backAt(returnsOn)),
    length: say(
      kind === 'lunchtime'
        ? `${String(exclusion.halfDays)} ${exclusion.halfDays === 1 ? 'lunchtime' : 'lunchtimes'}`
        : kind === 'permanent'
          ? ''
          : days(exclusion.halfDays),
    ),
    lunchtimes: say(
      last === undefined
        ? ''
        : exclusion.schoolDays.length <= 5
          ? listedDays(exclusion.schoolDays)
          : `each school day from ${longDate(start.date)} to ${longDate(last.date)}`,
    ),
    reasons: say(listed(exclusion.reasons.map((reason) => reason.charAt(0).toLowerCase() + reason.slice(1)))),
    account: say(exclusion.account),
    followed: say(exclusion.follows?.title),
    previous: say(facts.previous.map(capitalise).join('\n')),
    termTotal: say(facts.termHalfDays === undefined ? '' : days(facts.termHalfDays)),
    work: say(facts.work),
    publicPlaceDays: say(listedDays(exclusion.publicPlaceDays)),
    educationFrom: say(session && longDate(session.date)),
    // The day of the law is the rule set's, also while its date cannot be named.
    educationDay: say(ordinal(session?.day ?? facts.ruleSet.educationFromDay.value)),
    promiseFrom: say(education.promise && longDate(education.promise.date)),
    promiseDay: say(education.promise && ordinal(education.promise.day)),
    educationPlaces: educationLines(facts),
    // The authority where the pupil lives provides; it is entered where that is another one.
    authorityContact: say(
      facts.homeAuthority === undefined
        ? reach(nameFirst(authority))
        : reach(facts.homeAuthority) || facts.homeAuthority.name,
    ),
    exams: say(
      facts.examsMissed
        .map(
          ({ name, date, slot }) => `${name}, ${longDate(date)}, ${slot === 'am' ? 'morning' : 'afternoon'}`,
        )
        .join('\n'),
    ),
    governorsBy: say(governors.by && longDate(governors.by)),
    governorsFrom: say(governors.notBefore && longDate(governors.notBefore)),
    clerkContact: say(reach(clerk)),
    clerkName: say(clerk?.name),
    advice: say(facts.advice.join('\n')),
    schoolContact: say(school.phone ? `the school office on ${school.phone}` : ''),
    lunchArrangement: say(
      `Please arrange for ${pupil.forename} to be collected, or let us know that ${pupil.forename} may leave and ` +
        'come back alone. If your child has free school meals, a packed lunch will be ready to take away.',
    ),
    returnTalk: say(
      `Before ${pupil.forename} comes back, or on the day itself, I would like to meet you both, so that the return ` +
        'goes well. Please telephone to arrange a time that suits you.',
    ),
    interview: say(''),
    headName: say(exclusion.decidedBy),
    headTitle: say(facts.headIsActing ? `Acting ${title}` : capitalise(title)),
    schoolName: say(school.name),
    back: say(takenBack && backAt(takenBack.back)),
    cancelReason: say(takenBack?.reason),
    authorityLines: say(
      lines({
        ...authority,
        name: [authority.contact ?? '', authority.name].filter((name) => name !== '').join('\n'),
      }),
    ),
    homeAuthorityLines: say(lines(facts.homeAuthority)),
    socialWorkerLines: say(lines(facts.socialWorker)),
    virtualSchoolHeadLines: say(lines(facts.virtualSchoolHead)),
    clerkLines: say(lines(clerk, '\nClerk to the governors')),
    meetingOn: say(governors.meetingOn && longDate(governors.meetingOn)),
    meetingTime: say(''),
    meetingPlace: say(''),
    papersBy: say(''),
    decisionOn: say(governors.decision && longDate(governors.decision.on)),
    decisionReasons: say(''),
    decisionBack: say(governors.decision?.back && backAt(governors.decision.back)),
    reviewBy: say(facts.reviewBy && longDate(facts.reviewBy)),
    reviewTo: say(reach(nameFirst(authority))),
  };
}
