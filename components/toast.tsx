import type { ReactNode } from 'react';
import { Icon } from '#components/icon.tsx';

/** Said only of what the page itself does not show, never of errors; it stays until the next page. */
export function Toast({ children }: { children: ReactNode }) {
  return (
    <output className="toast">
      <Icon name="circle-check" className="" />
      <span>{children}</span>
    </output>
  );
}
