/** Figures beside each other: a bar, its words and its number as a link to what is counted. They share one scale. */
export function Bars({ bars }: { bars: readonly { key: string; label: string; count: number; href: string }[] }) {
  const longest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className="bars">
      {bars.map(({ key, label, count, href }) => (
        <li key={key}>
          <a href={href}>{label}</a>
          <b className="num">{count}</b>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect className="m-track" width="100" height="6" />
            <rect className="m-city" width={Math.max(1, Math.round((count / longest) * 1000) / 10)} height="6" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
