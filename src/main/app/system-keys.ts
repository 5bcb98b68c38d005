import { safeStorage } from 'electron';
import { createHash } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { SystemKeyStore } from '../security/keys/slots.ts';

const NAMES: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'this Windows account',
  darwin: 'this account of the Mac',
};

/**
 * The key store of the operating system, for this account; undefined where there is none, or where it would only
 * scramble: Linux without a keyring. Only after the app is ready.
 */
export function systemKeyStore(): SystemKeyStore | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
    return undefined;
  return {
    name: NAMES[process.platform] ?? 'this account',
    account: accountHash(),
    seal: (text) => safeStorage.encryptString(text),
    unseal: (sealed) => {
      try {
        return safeStorage.decryptString(Buffer.from(sealed));
      } catch {
        // Of another account, or of this one before its profile was made anew.
        return undefined;
      }
    },
  };
}

/** Which account of which PC; several may share the data folder. */
function accountHash(): string {
  const account = [hostname(), process.env['USERDOMAIN'] ?? '', userInfo().username];
  return createHash('sha256')
    .update(`first-day account\0${account.join('\0')}`)
    .digest('base64url');
}
