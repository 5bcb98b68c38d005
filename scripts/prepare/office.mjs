import { say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';
import { canInstall, installSystemPackages, missingSystemPackages, onPath } from './system-packages.mjs';

/**
 * Makes LibreOffice ready for the tests that open Word letters in it. Where it is missing and cannot be installed, those
 * tests are left out and a sentence says so; nothing else needs it.
 */
export async function prepareOffice() {
  if (onPath('soffice')) return;
  const missing = await missingSystemPackages({ office: true });
  if (canInstall()) {
    try {
      await installSystemPackages(missing);
      return;
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
    }
  }
  say(
    'LibreOffice is not here, so the test that opens the Word letters in it is left out. ' +
      'On Debian: sudo apt-get install --no-install-recommends libreoffice-writer-nogui',
  );
}
