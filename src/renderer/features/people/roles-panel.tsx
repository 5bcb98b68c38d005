import { ROLE_PERMISSIONS, ROLES, type Role } from '#shared/permissions/roles.ts';
import { ROLE_NAMES } from '#shared/text/role-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { PersonIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { AREAS, reachIn, rolePurposes } from './role-words.ts';

/** What each role may do, from the same table that main checks every operation against. */
export function RolesPanel() {
  const session = useOperation('session.get', {}).data;
  const columns: readonly Column<Role>[] = [
    {
      key: 'role',
      header: 'Role',
      render: (role) => (
        <>
          <Text strong>{ROLE_NAMES[role]}</Text>
          <Text muted small>
            {rolePurposes[role]}
          </Text>
          {role === session?.role ? (
            <StatusTag tone="info" icon={PersonIcon}>
              You, now
            </StatusTag>
          ) : null}
        </>
      ),
    },
    ...AREAS.map((area) => ({
      key: area.key,
      header: area.header,
      render: (role: Role) => reachIn(area, ROLE_PERMISSIONS[role]) ?? <Nothing />,
    })),
  ];
  return (
    <Panel
      title="What each role may do"
      context="One person may have several roles, and changes between them in the menu behind their name."
      flush
    >
      <DataTable
        caption="Rights by role"
        columns={columns}
        rows={ROLES}
        rowKey={(role) => role}
        empty={null}
      />
    </Panel>
  );
}

function Nothing() {
  return (
    <Text as="span" muted>
      Nothing
    </Text>
  );
}
