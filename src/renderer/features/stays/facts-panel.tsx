import { PURPOSE_WORDS } from '#shared/text/placement-words.ts';
import { TRANSPORTER_WORDS } from '#shared/text/provider-rules-words.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Stay } from './types.ts';

/** What the stay is: where, why, from when to when, who brings the pupil, who to ring. */
export function FactsPanel({ stay }: { readonly stay: Stay }) {
  const { call, actualFrom, actualTo, transport, contactName, contactPhone, address, override, movedFromId } =
    stay;
  const escorts = new Set(stay.places.flatMap(({ escort }) => escort ?? []));
  return (
    <Panel title="The stay">
      <DefinitionList
        items={[
          {
            term: 'Provider',
            detail: (
              <>
                <TextLink to="/places/providers/$providerId" params={{ providerId: stay.providerId }}>
                  {stay.providerName}
                </TextLink>
                , {PROVIDER_KIND_WORDS[stay.providerKind].one.toLowerCase()}
              </>
            ),
          },
          ...(contactName || contactPhone
            ? [{ term: 'Ring', detail: [contactName, contactPhone].filter(Boolean).join(', ') }]
            : []),
          ...(call.length > 0
            ? [
                {
                  term: 'Ring about the pupil',
                  detail: (
                    <>
                      {call.map(({ name, phone }, at) => (
                        <span key={`${name} ${phone}`}>
                          {at > 0 ? '; ' : ''}
                          <PersonName name={name} />, {phone}
                        </span>
                      ))}
                    </>
                  ),
                },
              ]
            : []),
          ...(address ? [{ term: 'Address', detail: address }] : []),
          { term: 'Purpose', detail: PURPOSE_WORDS[stay.purpose] },
          { term: 'School', detail: stay.schoolName },
          { term: 'First booked', detail: <Span from={stay.expectedFrom} to={stay.expectedTo} /> },
          {
            term: 'As it came',
            detail:
              actualFrom === undefined ? (
                'Nothing is booked any more'
              ) : (
                <Span from={actualFrom} to={actualTo} />
              ),
          },
          ...(transport ? [{ term: 'Brought by', detail: TRANSPORTER_WORDS[transport] }] : []),
          ...(escorts.size > 0 ? [{ term: 'Goes along', detail: [...escorts].join(', ') }] : []),
          {
            term: 'Earlier stays here',
            detail: stay.earlierStays === 0 ? 'None' : plural(stay.earlierStays, 'stay'),
          },
          ...(movedFromId
            ? [
                {
                  term: 'Moved from',
                  detail: (
                    <TextLink to="/places/stays/$placementId" params={{ placementId: movedFromId }}>
                      the stay before
                    </TextLink>
                  ),
                },
              ]
            : []),
          ...(override ? [{ term: 'Rules waived', detail: `${override.reason} (by ${override.by})` }] : []),
        ]}
      />
    </Panel>
  );
}

function Span({ from, to }: { readonly from: string; readonly to: string | undefined }) {
  if (to === from) return <DateText date={from} />;
  return (
    <>
      <DateText date={from} form={to === undefined ? 'long' : 'short'} />
      {to === undefined ? ' on' : ' to '}
      {to === undefined ? null : <DateText date={to} />}
    </>
  );
}
