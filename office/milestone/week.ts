/** Monday and Sunday, as ISO days, of the week in which `day` (ISO, a calendar day in Belgrade) lies. */
export function weekOf(day: string): { readonly from: string; readonly to: string } {
  const at = Date.parse(`${day}T00:00:00Z`);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * oneDay;
  return { from: iso(monday), to: iso(monday + 6 * oneDay) };
}

const oneDay = 86_400_000;

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
