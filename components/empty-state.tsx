import type { ReactNode } from 'react';
import type { IconName } from '#components/icons.ts';
import { Icon } from '#components/icon.tsx';

/** What is missing, why, and what to do. */
export function EmptyState({ icon = 'info', heading, children }: { icon?: IconName; heading: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p><b>{heading}</b> {children}</p>
    </div>
  );
}
