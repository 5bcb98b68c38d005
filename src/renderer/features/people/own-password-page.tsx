import { useCommand } from '../../api/client.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { PasswordForm } from './password-form.tsx';
import styles from './people.module.css';

interface Props {
  readonly userName: string;
  readonly whose: string;
}

/** After a temporary password: nothing else before there is one that nobody else knows. */
export function OwnPasswordPage({ userName, whose }: Props) {
  const signOut = useCommand('session.sign-out');
  return (
    <div className={styles.form}>
      <PageHeader title="Choose a password of your own" context={`${userName} · ${whose}`} keepFocus />
      <Text>Somebody else knows the one you signed in with. From now on only you know yours.</Text>
      <PasswordForm
        temporary
        names={[userName, whose]}
        cancel={{ label: 'Sign out', onClick: () => signOut.mutate({}) }}
      />
    </div>
  );
}
