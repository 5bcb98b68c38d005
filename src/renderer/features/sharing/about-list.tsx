import type { OperationOutput } from '#shared/contract/contract.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';

type About = OperationOutput<'sharing.look'>['about'];

const CERTIFICATES = {
  known: 'Checked against the authorities that this PC trusts',
  own: 'Checked against the authority named in the file',
  none: 'None: the server is this very PC',
} as const;

/** Which shared database, where it is, and how the server shows who it is. */
export const AboutList = ({ name, database, servers, certificate }: About) => (
  <DefinitionList
    items={[
      ...(name === undefined ? [] : [{ term: 'Name', detail: name }]),
      { term: 'Database', detail: database },
      { term: servers.length === 1 ? 'Server' : 'Servers, in order', detail: servers.join(', ') },
      { term: 'Certificate', detail: CERTIFICATES[certificate] },
    ]}
  />
);
