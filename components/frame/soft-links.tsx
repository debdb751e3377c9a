'use client';
import { useEffect, useEffectEvent, useRef, useTransition } from 'react';
import { usePathname, useRouter } from 'next/navigation';
import { isDrawnInPlace } from '#components/frame/in-place.ts';

/**
 * Follows links from one page of the workspace to another without loading the document anew: the client's router asks for what
 * changes. Every link is a plain one and works without it. What the browser does at a new page is done here: the drawer closes, and
 * the keyboard and the screen reader begin at the new page's content. Going back asks again, since others may have changed it meanwhile.
 */
export function SoftLinks() {
  const router = useRouter();
  const path = usePathname();
  const [pending, start] = useTransition();
  const stood = useRef(path);
  const follow = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || !isPlainPress(event, link) || !isDrawnInPlace(location.href, link.href)) return;
    event.preventDefault();
    start(() => router.push(link.pathname + link.search + link.hash));
  });
  const askAgain = useEffectEvent(() => router.refresh());
  useEffect(() => {
    const click = (event: MouseEvent) => follow(event);
    const back = () => askAgain();
    document.addEventListener('click', click);
    addEventListener('popstate', back);
    return () => {
      document.removeEventListener('click', click);
      removeEventListener('popstate', back);
    };
  }, []);
  useEffect(() => {
    if (stood.current === path) return;
    stood.current = path;
    const main = document.getElementById('main');
    document.querySelector<HTMLElement>('[popover]:popover-open')?.hidePopover();
    if (main && !location.hash && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
  }, [path]);
  return pending ? <div className="on-the-way" aria-hidden="true" /> : null;
}

/** Neither in another window nor as a file, and nobody else has taken it. */
function isPlainPress(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  return !link.hasAttribute('download') && (link.target === '' || link.target === '_self');
}
