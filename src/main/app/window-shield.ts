import type { BrowserWindow } from 'electron';
import type { WindowShield } from '../features/context.ts';
import { readSettings, writeSettings } from '../platform/settings.ts';

/** Windows and macOS can leave one window out of what is shared or recorded; other systems cannot. */
const SUPPORTED = process.platform === 'win32' || process.platform === 'darwin';

/** Applies the setting of this PC to the window at once, and keeps it. */
export function makeWindowShield(
  window: () => BrowserWindow | undefined,
  settingsFile: string,
): WindowShield {
  const hidden = () => SUPPORTED && (readSettings(settingsFile).hiddenFromSharing ?? false);
  window()?.setContentProtection(hidden());
  return {
    supported: SUPPORTED,
    hidden,
    hide(next) {
      writeSettings(settingsFile, { ...readSettings(settingsFile), hiddenFromSharing: next });
      window()?.setContentProtection(next);
    },
  };
}
