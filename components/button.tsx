import type { ReactNode } from 'react';
import type { IconName } from '#components/icons.ts';
import { Icon } from '#components/icon.tsx';

type Look = {
  /** One main act per page or card; line for the others, bare for ways out, harm for what takes something away. */
  kind?: 'main' | 'line' | 'bare' | 'harm';
  size?: 'full' | 'small';
  icon?: IconName;
  children: ReactNode;
};

export function ButtonLink({ href, icon, children, ...look }: Look & { href: string }) {
  return <a className={buttonClass(look)} href={href}>{icon ? <Icon name={icon} /> : null}{children}</a>;
}

/** A submit button; with `name` and `value` where a form has several. */
export function SubmitButton({ icon, name, value, children, ...look }: Look & { name?: string; value?: string }) {
  return (
    <button className={buttonClass(look)} type="submit" name={name} value={value}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

export function buttonClass({ kind = 'main', size = 'full' }: Pick<Look, 'kind' | 'size'>): string {
  return ['btn', kind === 'main' ? '' : `btn-${kind}`, size === 'small' ? 'btn-sm' : ''].filter(Boolean).join(' ');
}
