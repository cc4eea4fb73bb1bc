import { createStore } from 'zustand/vanilla';
import { readBrowserItem, writeBrowserItem } from '../ui/browser-store.ts';

const storeKey = 'baton.desktop-notices';

/** Whether this browser tells by a notice of the desktop that a customer waits. */
export const desktopNotices = createStore<{ on: boolean }>(() => ({
  on:
    areDesktopNoticesPossible() &&
    Notification.permission === 'granted' &&
    readBrowserItem(storeKey) === 'on',
}));

/** Browsers show notices only for pages that came over https or from this machine. */
export function areDesktopNoticesPossible(): boolean {
  return typeof Notification !== 'undefined' && window.isSecureContext;
}

/** Switches the notices; switching them on asks the person's leave, which the browser may withhold. */
export async function setDesktopNotices(on: boolean): Promise<void> {
  const allowed = on && (await Notification.requestPermission()) === 'granted';
  writeBrowserItem(storeKey, allowed ? 'on' : null);
  desktopNotices.setState({ on: allowed });
}

/** Shows a notice when it is switched on and the page is not in front. A click brings the page to the front. */
export function showDesktopNotice(sentence: string): void {
  if (!desktopNotices.getState().on || document.visibilityState === 'visible') return;
  const notice = new Notification('Baton', { body: sentence, icon: '/icon.svg', tag: 'baton-waiting' });
  notice.onclick = () => window.focus();
}
