import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../api/use-may.ts';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';

/** For an authority: a pupil whom only the returns of schools name. */
export function UpnPanel() {
  const navigate = useNavigate();
  const sees = useMay('authority.view-pupils');
  const [upn, setUpn] = useState('');
  const [tried, setTried] = useState(false);
  if (!sees) return null;
  const plain = upn.trim().toUpperCase();
  return (
    <Panel title="A pupil in received returns" context="Everything held about one pupil, found by the UPN.">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (plain.length === 13)
            void navigate({ to: '/settings/privacy/returned/$upn', params: { upn: plain } });
        }}
      >
        <Row gap={2}>
          <TextField
            label="UPN"
            name="upn"
            value={upn}
            onChange={setUpn}
            maxLength={13}
            error={tried && plain.length !== 13 ? 'A UPN has 13 characters.' : undefined}
          />
          <Button type="submit">Look</Button>
        </Row>
      </form>
    </Panel>
  );
}
