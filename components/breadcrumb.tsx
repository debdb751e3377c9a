import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';

/** The way down to this page; its last item is the page itself and no link. */
export function Breadcrumb({ steps, here }: { steps: readonly { href: string; label: ReactNode }[]; here: ReactNode }) {
  return (
    <nav className="crumbs" aria-label={useTranslations('frame')('breadcrumb')}>
      <ol>
        {steps.map((step) => <li key={step.href}><a href={step.href}>{step.label}</a></li>)}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
