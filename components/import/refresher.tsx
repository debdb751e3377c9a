'use client';
import { useEffect } from 'react';
import { useRouter } from 'next/navigation';

/** Asks for the page again every few seconds, while it is looked at; without scripts the browser does, more slowly. */
export function Refresher({ every }: { every: number }) {
  const router = useRouter();
  useEffect(() => {
    const ticking = setInterval(() => { if (!document.hidden) router.refresh(); }, every);
    return () => clearInterval(ticking);
  }, [router, every]);
  return <noscript><meta httpEquiv="refresh" content="5" /></noscript>;
}
