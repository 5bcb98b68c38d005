import { Callout } from '../../ui/feedback/callout.tsx';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { plural } from '../../ui/words/format.ts';
import { PrintOnly } from '../../ui/words/print-only.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import type { Conference } from './types.ts';
import styles from './conference.module.css';

/** Whose exclusions of the term are not known: that a pupil is not on the list proves nothing at those schools. */
export function NotSentPanel({ conference }: { readonly conference: Conference }) {
  const { notSent, schools, termName, source } = conference;
  if (source === 'own') return null;
  if (notSent.length === 0) {
    return (
      <Callout tone="done">
        The returns of all {plural(schools, 'school')} speak for {termName} up to that day.
      </Callout>
    );
  }
  return (
    <Callout
      tone="due"
      title={`${String(notSent.length)} of ${plural(schools, 'school')} have not sent for ${termName}`}
    >
      A pupil of theirs who is not on the list may be near a threshold all the same.
      <ScreenOnly>
        <Disclosure summary="Which schools">
          <Names notSent={notSent} />
        </Disclosure>
      </ScreenOnly>
      <PrintOnly>
        <Names notSent={notSent} />
      </PrintOnly>
    </Callout>
  );
}

function Names({ notSent }: Pick<Conference, 'notSent'>) {
  return (
    <ul className={styles.names}>
      {notSent.map(({ laEstab, name, sent }) => (
        <li key={laEstab}>
          {name}
          {sent === 'part' ? ' (part of the term)' : null}
        </li>
      ))}
    </ul>
  );
}
