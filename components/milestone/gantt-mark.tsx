import type { placeIn, Bar } from './gantt.ts';

type Props = { bar: Bar; y: number; x: ReturnType<typeof placeIn>; today: string };

const middle = 17;

/** One line of the drawing: bars as long as a date is vague, rhombs where the day is known; shape before colour. */
export function GanttMark({ bar, y, x, today }: Props) {
  const { planned, actual, before, late, state } = bar;
  const at = y + middle;
  const done = state === 'done';
  return (
    <>
      {before.map((span) => <path key={`${span.from}${span.to}`} className="gantt-before" d={`M${x(span.to)} ${at}H${planned ? x(planned.from) : x(span.to)}M${x(span.to)} ${at - 5}v10`} />)}
      {late && planned ? <path className="gantt-late" d={`M${x(planned.to, 'end')} ${at}H${x(today)}`} /> : null}
      {planned && actual && done ? <path className="plan-link" d={`M${x(planned.to)} ${at}H${x(actual.from)}`} /> : null}
      {planned ? <Shape span={planned} at={at} x={x} className={state === 'cancelled' ? 'gantt-off' : late ? 'gantt-planned gantt-overdue' : 'gantt-planned'} /> : null}
      {planned && state === 'running' ? <Progress bar={bar} at={at} x={x} /> : null}
      {planned && state === 'cancelled' ? <path className="gantt-cross" d={`M${x(planned.to) - 5} ${at - 5}l10 10m0 -10l-10 10`} /> : null}
      {actual && done ? <Shape span={actual} at={at} x={x} className="plan-actual" /> : null}
      {planned && done && !actual ? <path className="gantt-tick" d={`M${x(planned.to) - 4} ${at}l3 4l6 -8`} /> : null}
    </>
  );
}

function Shape({ span, at, x, className }: { span: { from: string; to: string }; at: number; x: Props['x']; className: string }) {
  const [from, to] = [x(span.from), x(span.to, 'end')];
  if (to - from > 20) return <rect className={className} x={from} y={at - 7} width={to - from} height="14" rx="2" />;
  const centre = (from + to) / 2;
  return <path className={className} d={`M${centre} ${at - 8}l8 8l-8 8l-8 -8z`} />;
}

/** How far it is: the part of the bar, or the lower part of the rhomb, that is filled. */
function Progress({ bar: { planned, progress }, at, x }: { bar: Bar; at: number; x: Props['x'] }) {
  if (!planned) return null;
  const [from, to] = [x(planned.from), x(planned.to, 'end')];
  if (to - from > 20) return <rect className="plan-actual" x={from} y={at - 7} width={((to - from) * progress) / 100} height="14" rx="2" />;
  const centre = (from + to) / 2;
  return <path className="plan-actual" d={`M${centre - 8} ${at}l8 8l8 -8z`} />;
}
