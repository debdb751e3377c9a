'use client';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useTransition } from 'react';
import { usePathname, useRouter } from 'next/navigation';
import { isDrawnInPlace } from '#components/frame/in-place.ts';

/**
 * Follows links from one page of the workspace to another without loading the document anew: the client's router asks for what
 * changes. Every link is a plain one and works without it. What the browser does at a new page is done here: the drawer closes, and
 * the keyboard and the screen reader begin at the new page's content. Going back asks again, since others may have changed it meanwhile,
 * and leads to where one had scrolled: the browser itself scrolls at once, while the page that is left still stands.
 */
export function SoftLinks() {
  const router = useRouter();
  const path = usePathname();
  const [pending, start] = useTransition();
  const stood = useRef(path);
  const places = useRef(new Map<string, number>());
  const returning = useRef<number | null>(null);
  const follow = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || !isPlainPress(event, link) || !isDrawnInPlace(location.href, link.href)) return;
    event.preventDefault();
    returning.current = null;
    start(() => router.push(link.pathname + link.search + link.hash));
  });
  const askAgain = useEffectEvent(() => {
    // Of what was scrolled before this document was loaded only the browser knows.
    returning.current = location.pathname === path ? null : places.current.get(location.href) ?? null;
    start(() => router.refresh());
  });
  useEffect(() => {
    const click = (event: MouseEvent) => follow(event);
    const back = () => askAgain();
    // What the browser scrolls on the way back is no place that anybody chose.
    const scroll = () => { if (returning.current === null) places.current.set(location.href, scrollY); };
    document.addEventListener('click', click);
    addEventListener('popstate', back);
    addEventListener('scroll', scroll, { passive: true });
    return () => {
      document.removeEventListener('click', click);
      removeEventListener('popstate', back);
      removeEventListener('scroll', scroll);
    };
  }, []);
  useLayoutEffect(() => {
    if (stood.current === path || returning.current === null) return;
    scrollTo(0, returning.current);
    returning.current = null;
  }, [path]);
  useEffect(() => {
    if (stood.current === path) return;
    stood.current = path;
    const main = document.getElementById('main');
    document.querySelector<HTMLElement>('[popover]:popover-open')?.hidePopover();
    if (!main || main.contains(document.activeElement)) return;
    const named = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    (named ?? main).focus({ preventScroll: true });
  }, [path]);
  return pending ? <div className="on-the-way" aria-hidden="true" /> : null;
}

/** Neither in another window nor as a file, and nobody else has taken it. */
function isPlainPress(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  return !link.hasAttribute('download') && (link.target === '' || link.target === '_self');
}
