import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { fetchOperation, useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { TypeAhead } from '../../ui/form/type-ahead.tsx';
import { BackIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { findAuthorities, type Authority } from './find-authorities.ts';
import { NOBODY_YET, personProblems } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { useSetUp } from './use-set-up.ts';
import styles from './setup.module.css';

/** Set up a local authority: which it is, and who lets the others in. */
export function AuthoritySetup({ onBack }: { readonly onBack: () => void }) {
  const [chosen, setChosen] = useState<Authority | null>(null);
  const [byHand, setByHand] = useState(false);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  useKeptForm('setup/authority', { chosen, byHand, code, name }, (was) => {
    setChosen(was.chosen);
    setByHand(was.byHand);
    setCode(was.code);
    setName(was.name);
  });
  const [person, setPerson] = useState(NOBODY_YET);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { mutateAsync: createAuthority } = useCommand('setup.create-authority');
  const { setUp, busy, error } = useSetUp();
  const errorAt = (path: string) => errors.find((one) => one.path === path)?.message;

  async function finish() {
    const authority = byHand ? { code: code.trim(), name: name.trim() } : chosen;
    const problems = [
      ...(byHand ? handProblems(code, name) : chosen ? [] : [NOT_CHOSEN]),
      ...personProblems(person, authority?.name ?? ''),
    ];
    setErrors(problems);
    if (problems.length > 0 || !authority) return;
    const done = await setUp(
      () =>
        createAuthority({
          ...authority,
          administrator: { name: person.name.trim(), password: person.password },
        }),
      { to: '/authority' },
    );
    if (done)
      notify({
        tone: 'done',
        title: `${authority.name} is set up`,
        text: 'Next, import your schools’ returns.',
      });
  }

  return (
    <div className={styles.setup}>
      <PageHeader title="Set up my authority" keepFocus />
      <ErrorSummary errors={errors} />
      {error ? <ErrorCallout title="Your authority was not set up" error={error} /> : null}
      {byHand ? (
        <Row gap={4} align="start">
          <TextField
            label="Code"
            name="code"
            hint="3 digits"
            value={code}
            onChange={setCode}
            maxLength={3}
            width="short"
            autoFocus
            error={errorAt('code')}
          />
          <TextField
            label="Name"
            name="name"
            hint="As it should stand in files"
            value={name}
            onChange={setName}
            maxLength={120}
            error={errorAt('name')}
          />
        </Row>
      ) : (
        <TypeAhead<Authority>
          label="Find your authority"
          name="find"
          hint="By name or by its code of 3 digits."
          value={chosen}
          onChange={(authority) => {
            setChosen(authority);
            setErrors([]);
          }}
          load={async (text) =>
            findAuthorities((await fetchOperation('schools.authorities', {})).authorities, text)
          }
          itemKey={(one) => one.code}
          itemLabel={(one) => one.name}
          itemDetail={(one) => `Code ${one.code}`}
          emptyText="No authority of that name in the list. Enter it by hand below."
          error={errorAt('find')}
          autoFocus
        />
      )}
      <Stack gap={2}>
        <Row gap={2}>
          <Text as="span" muted small>
            The list is the national one of 2017/18: authorities formed since then are missing.
          </Text>
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              setErrors([]);
              setByHand(!byHand);
            }}
          >
            {byHand ? 'Find it in the list' : 'My authority is not in the list'}
          </Button>
        </Row>
      </Stack>
      <Panel title="You" context="You become the administrator: you let the others in.">
        <PersonFields
          person={person}
          onChange={setPerson}
          whose={byHand ? name : (chosen?.name ?? '')}
          errors={errors}
        />
      </Panel>
      <div className={styles.buttons}>
        <Button variant="quiet" icon={BackIcon} onClick={onBack} disabled={busy}>
          Back
        </Button>
        <Button variant="primary" onClick={() => void finish()} loading={busy}>
          Set up my authority
        </Button>
      </div>
    </div>
  );
}

const NOT_CHOSEN: FieldError = {
  path: 'find',
  message: 'Find your authority in the list, or enter it by hand.',
};

const handProblems = (code: string, name: string): FieldError[] => [
  ...(/^\d{3}$/.test(code.trim())
    ? []
    : [{ path: 'code', message: 'Enter the authority’s code in 3 digits.' }]),
  ...(name.trim() === '' ? [{ path: 'name', message: 'Enter the authority’s name.' }] : []),
];
