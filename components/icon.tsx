import { createElement } from 'react';
import { icons, type IconName, type IconNodes } from '#components/icons.ts';

/** A lucide drawing, always beside a word and so hidden from assistive technology. The stylesheet gives its size. */
export function Icon({ name, className = 'i' }: { name: IconName; className?: string }) {
  const nodes: IconNodes = icons[name];
  return (
    <svg className={className} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {nodes.map(([tag, attributes], place) => createElement(tag, { key: place, ...attributes }))}
    </svg>
  );
}
