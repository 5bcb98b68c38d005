import { Menu as LibraryMenu } from '@mantine/core';
import { IconCheck, type Icon } from '@tabler/icons-react';
import { Fragment, type ReactElement } from 'react';
import { Kbd } from '../words/kbd.tsx';
import { classes } from '../theme/classes.ts';
import styles from './overlay.module.css';

export interface MenuItem {
  readonly label: string;
  readonly icon?: Icon | undefined;
  readonly onSelect: () => void;
  readonly shortcut?: string | undefined;
  /** Makes it one of a choice: the chosen one carries a tick (in the place of an icon). */
  readonly checked?: boolean | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export interface MenuGroup {
  readonly label?: string | undefined;
  /** A line under the label: what has to be known before choosing. */
  readonly note?: string | undefined;
  readonly items: readonly MenuItem[];
}

export interface MenuProps {
  /** The button that opens it (a Button or IconButton). */
  readonly children: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly align?: 'start' | 'end' | undefined;
}

/** Commands behind a button: arrow keys, first letters, Escape. */
export function Menu({ children, groups, align = 'end' }: MenuProps) {
  return (
    <LibraryMenu
      position={align === 'end' ? 'bottom-end' : 'bottom-start'}
      offset={4}
      shadow="none"
      transitionProps={{ duration: 0 }}
      // Drawn beside its button, so that it stays inside the landmark that the button is in.
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
      checkIcon={<IconCheck size={16} aria-hidden="true" />}
      classNames={{
        dropdown: styles.dropdown ?? '',
        item: styles.item ?? '',
        itemSection: styles.itemSection ?? '',
        itemIndicator: styles.itemIndicator ?? '',
        label: styles.label ?? '',
        divider: styles.divider ?? '',
      }}
    >
      <LibraryMenu.Target>{children}</LibraryMenu.Target>
      <LibraryMenu.Dropdown>
        {groups.map((group, at) => (
          <Fragment key={group.label ?? at}>
            {at > 0 ? <LibraryMenu.Divider /> : null}
            {group.label ? <LibraryMenu.Label>{group.label}</LibraryMenu.Label> : null}
            {group.note ? <p className={styles.note}>{group.note}</p> : null}
            {group.items.map((item) => (
              <Item key={item.label} item={item} />
            ))}
          </Fragment>
        ))}
      </LibraryMenu.Dropdown>
    </LibraryMenu>
  );
}

function Item({ item }: { readonly item: MenuItem }) {
  const { icon: IconOf, checked } = item;
  const icon = IconOf ? <IconOf size={16} aria-hidden="true" /> : undefined;
  const shared = {
    disabled: item.disabled ?? false,
    rightSection: item.shortcut ? <Kbd keys={item.shortcut} /> : undefined,
    children: item.label,
  };
  if (checked !== undefined) {
    return (
      <LibraryMenu.RadioItem
        {...shared}
        value={item.label}
        checked={checked}
        onChange={item.onSelect}
        closeMenuOnClick
      />
    );
  }
  return (
    <LibraryMenu.Item
      {...shared}
      className={classes(item.danger && styles.dangerItem)}
      leftSection={icon}
      onClick={item.onSelect}
    />
  );
}
