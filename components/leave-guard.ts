'use client';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'next-intl';
import type { FormValues } from '#office/outcome.ts';
import type { Keeping } from '#components/keeping.ts';

type Guarded = { readonly keeping: Keeping | null; readonly read: () => FormValues | null; /** False outside of the workspace. */ readonly watches: boolean };

/**
 * Asks before a page is left on which something typed is neither sent nor kept: by the browser's own question, and by ours where a
 * link is followed inside the client's router. A form that is kept asks only where nothing would keep it.
 */
export function useLeaveGuard({ keeping, read, watches }: Guarded): void {
  const question = useTranslations('form')('leave');
  const first = useRef<string | null>(null);
  const agreed = useRef(false);
  const begin = useEffectEvent(() => { first.current = JSON.stringify(read()); });
  const atRisk = useEffectEvent(() => !agreed.current && (keeping ? keeping.atRisk() : read() !== null && JSON.stringify(read()) !== first.current));
  const follow = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || leavesAlone(event, link) || !atRisk()) return;
    agreed.current = window.confirm(question);
    if (agreed.current) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    if (!watches) return undefined;
    begin();
    const unload = (event: BeforeUnloadEvent) => {
      if (atRisk()) event.preventDefault();
    };
    const click = (event: MouseEvent) => follow(event);
    addEventListener('beforeunload', unload);
    document.addEventListener('click', click, true);
    return () => {
      removeEventListener('beforeunload', unload);
      document.removeEventListener('click', click, true);
    };
  }, [watches]);
}

/** A link that opens elsewhere, or only another place of this page. */
function leavesAlone(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank' || link.hasAttribute('download')) return true;
  return link.origin === location.origin && link.pathname === location.pathname && link.search === location.search && link.hash !== '';
}
