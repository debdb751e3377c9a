import { Mark } from '#components/frame/mark.tsx';

/** The mark with the product's name, as a link; `under` is the line below the name. */
export function Brand({ href, name, under }: { href: string; name: string; under: string }) {
  return (
    <a className="brand" href={href}>
      <Mark />
      <span>
        <span className="brand-name">{name}</span>
        <span className="brand-sub">{under}</span>
      </span>
    </a>
  );
}
