import { useCommand } from '../../api/client.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import type { KeysHere } from './recovery-panel.tsx';

/** What opens the records besides the recovery sheet. */
export function OpenersPanel({ keys, mayManage }: { readonly keys: KeysHere; readonly mayManage: boolean }) {
  const account = useCommand('keys.this-account');
  const { thisAccount } = keys;
  return (
    <Panel
      title="What opens the records"
      context="The records are encrypted on the disk, and so are their backups. What is exported or printed is not."
    >
      <Stack gap={4}>
        <DefinitionList
          items={[
            { term: 'This account', detail: accountText(thisAccount) },
            {
              term: 'Other accounts',
              detail: countText(keys.otherAccounts, 'account opens', 'accounts open'),
            },
            { term: 'Passwords', detail: countText(keys.passwords, 'person’s opens', 'people’s open') },
            ...(keys.keyMadeAt
              ? [{ term: 'Key made', detail: <InstantText key="made" instant={keys.keyMadeAt} /> }]
              : []),
          ]}
        />
        {account.error ? <ErrorCallout title="Nothing was changed" error={account.error.error} /> : null}
        {mayManage && thisAccount ? (
          <div>
            <Button
              loading={account.isPending}
              onClick={() => account.mutate({ admit: !thisAccount.admitted })}
            >
              {thisAccount.admitted
                ? `Let ${thisAccount.name} no longer open them`
                : `Let ${thisAccount.name} open them without a question`}
            </Button>
          </div>
        ) : null}
        <Text muted small prose>
          Each person’s password opens the records on any account, and on the command line. Signing in is
          asked for in any case.
        </Text>
      </Stack>
    </Panel>
  );
}

function accountText(account: KeysHere['thisAccount']): string {
  if (!account)
    return 'This PC’s system keeps no keys: a password or the recovery key is asked for at each start.';
  return account.admitted
    ? 'Opens them without a question.'
    : `Asks for a password or the recovery key at each start.`;
}

function countText(count: number, one: string, several: string): string {
  if (count === 0) return 'None';
  return count === 1 ? `1 ${one} them` : `${String(count)} ${several} them`;
}
