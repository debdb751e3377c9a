/** Units of the drawing; its words stand around it. */
const size = { width: 320, height: 72, floor: 66 } as const;

type Step = { readonly year: number; readonly count: number };

/** Numbers over the years as a stepped line: between two years nothing is known, so nothing is drawn aslant. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  const most = Math.max(1, ...steps.map(({ count }) => count));
  const wide = size.width / steps.length;
  const round = (value: number) => Math.round(value * 10) / 10;
  const height = (count: number) => round(size.floor - (count / most) * (size.floor - 8));
  const line = steps.map(({ count }, place) => `${place === 0 ? `M0 ${height(count)}` : `V${height(count)}`}H${round((place + 1) * wide)}`).join('');
  const last = steps.at(-1);
  return (
    <div className="spark">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        <path className="s-area" d={`${line}V${size.floor}H0Z`} />
        <path className="s-base" d={`M0 ${size.floor}H${size.width}`} />
        <path className="s-line" d={line} />
        {last ? <circle className="s-dot" cx={size.width - 4} cy={height(last.count)} r="4" /> : null}
      </svg>
      <p className="spark-years" aria-hidden="true"><span>{steps[0]?.year}</span><span>{last?.year}</span></p>
    </div>
  );
}
