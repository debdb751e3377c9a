'use client';
import { useEffect, useState, type ComponentType, type MouseEvent, type ReactNode } from 'react';
import { usePathname } from 'next/navigation';
import { noteVisit } from '#components/desk/visits.ts';
import type { PaletteProps, PaletteWords } from '#components/desk/palette.tsx';

/**
 * The way into the palette: a link to its page, which Ctrl K (or ⌘ K) and a press open in place once the script is there. The
 * palette itself is fetched when it is first asked for. What the link says is drawn by the server.
 */
export function PaletteLink({ path, person, words, children }: { path: string; person: string; words: PaletteWords; children: ReactNode }) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [isOpen, setOpen] = useState(false);
  const here = usePathname() ?? '';
  useEffect(() => noteVisit(person, here), [person, here]);
  useEffect(() => {
    const open = (): void => {
      setOpen(true);
      import('#components/desk/palette.tsx').then(({ Palette: fetched }) => setPalette(() => fetched), () => window.location.assign(`${path}/palette`));
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      open();
    };
    const onOpen = (): void => open();
    window.addEventListener('keydown', onKey);
    window.addEventListener('povelja:palette', onOpen);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('povelja:palette', onOpen);
    };
  }, [path]);
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    window.dispatchEvent(new Event('povelja:palette'));
  };
  return (
    <>
      <a className="jump" href={`${path}/palette`} onClick={onClick} aria-keyshortcuts="Control+K Meta+K">
        {children}
      </a>
      {isOpen && Palette ? <Palette path={path} person={person} words={words} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
