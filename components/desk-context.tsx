'use client';
import { useMemo, useState, type ReactNode } from 'react';
import { usePathname } from 'next/navigation';
import { DeskContext, type Desk } from '#components/unsent.ts';

/**
 * Tells every form of the workspace whose it is, and what was left unsent on its page. The frame is drawn once for many pages: what it
 * says of the unsent holds for the page it came with, and for that one only until it is left.
 */
export function DeskForms({ desk, children }: { desk: Desk; children: ReactNode }) {
  const path = usePathname();
  const [came, setCame] = useState({ desk, path, left: false });
  if (came.desk !== desk) setCame({ desk, path, left: false });
  else if (came.path !== path && !came.left) setCame({ ...came, left: true });
  const known = useMemo(() => (came.left ? { ...desk, page: '', drafts: [] } : desk), [desk, came.left]);
  return <DeskContext value={known}>{children}</DeskContext>;
}
