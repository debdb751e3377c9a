/** How many records the browser remembers for one person. */
const most = 12;

/** Remembers the record whose page this is, by its register and id: no name of it, which somebody else might read here. */
export function noteVisit(person: string, pathname: string): void {
  const [, register, id] = /\/workspace\/([a-z]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/.exec(pathname) ?? [];
  if (!register || !id || register === 'people' || register === 'proposals') return;
  const one = `${register}.${id}`;
  try {
    window.localStorage.setItem(keyOf(person), [one, ...visitsOf(person).filter((other) => other !== one)].slice(0, most).join(' '));
  } catch { /* A browser that keeps nothing remembers nothing. */ }
}

export function visitsOf(person: string): string[] {
  try {
    return (window.localStorage.getItem(keyOf(person)) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

function keyOf(person: string): string {
  return `povelja.visited.${person}`;
}
