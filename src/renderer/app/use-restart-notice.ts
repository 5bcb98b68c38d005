import { useEffect } from 'react';
import { RESTARTED } from '#shared/text/restarted.ts';
import { notify } from '../ui/overlay/notify.tsx';

/** Says once that the page had stopped and was started again. */
export function useRestartNotice(): void {
  useEffect(() => {
    const url = new URL(location.href);
    if (!url.searchParams.has(RESTARTED)) return;
    url.searchParams.delete(RESTARTED);
    // A reload by hand must not say it again.
    history.replaceState(history.state, '', url);
    notify({
      tone: 'info',
      title: 'The page stopped and was started again',
      text: 'Everything recorded is kept, and so is what was typed into forms.',
    });
  }, []);
}
