import { MantineProvider, createTheme, localStorageColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import styles from './ui-provider.module.css';
import type { ReactNode } from 'react';
import { CurtainProvider } from '../words/curtain.tsx';
import { TodayProvider } from '../words/today.tsx';
import { styleNonce } from './style-nonce.ts';
import './overlay-parts.css';
import './tokens.css';
import './fonts.css';
import './base.css';

const theme = createTheme({ respectReducedMotion: true, fontFamily: 'var(--font)', cursorType: 'pointer' });
const schemeStore = localStorageColorSchemeManager({ key: 'first-day-colour-scheme' });

export interface UiProviderProps {
  /** The day that counts as today (the demonstration school has its own); without it, the PC's. */
  readonly today?: string | undefined;
  readonly children: ReactNode;
}

/**
 * Everything the kit needs around it. The component library's own variables come from its static style
 * sheet: nothing is injected at run time, which the strict content security policy would have to allow.
 */
export function UiProvider({ today, children }: UiProviderProps) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemeStore}
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={styleNonce}
    >
      <TodayProvider today={today}>
        <CurtainProvider>
          {children}
          {/* One at a time, in the corner that no form has its buttons in. */}
          <Notifications
            className={styles.toasts ?? ''}
            position="bottom-left"
            autoClose={6000}
            limit={1}
            containerWidth={400}
          />
        </CurtainProvider>
      </TodayProvider>
    </MantineProvider>
  );
}
