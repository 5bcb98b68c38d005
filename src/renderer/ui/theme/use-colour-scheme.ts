import { useMantineColorScheme } from '@mantine/core';

export type ColourScheme = 'light' | 'dark' | 'system';

/** The user's choice of light, dark or the PC's own; kept in this window's local storage. */
export function useColourScheme(): readonly [ColourScheme, (choice: ColourScheme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choice = colorScheme === 'auto' ? 'system' : colorScheme;
  return [choice, (next) => setColorScheme(next === 'system' ? 'auto' : next)];
}
