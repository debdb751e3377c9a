import { theHouse, type House } from '../../house.ts';

/** A route of the tree: its address below the root, with its parameters in brackets, and what answers there. */
export type Route = { readonly file: string; readonly address: string; readonly kind: 'page' | 'handler'; readonly verbs: readonly string[] };

/** Every page and route handler there is. */
export function routeTree(): Route[] {
  return routesIn(theHouse());
}

/** The same of a house that is given. What stands in a slot (`@side`) is a part of other pages and has no address. */
export function routesIn(house: House): Route[] {
  return [...house.values()].filter(({ path }) => /^app\/.*\/(page\.tsx|route\.tsx?)$/.test(path) && !path.includes('/@')).map(({ path: file, text }) => {
    const address = file.slice('app'.length).replace(/\/(page\.tsx|route\.tsx?)$/, '').replace(/\/\([a-z]+\)/, '') || '/';
    const kind = file.endsWith('page.tsx') ? 'page' as const : 'handler' as const;
    return { file, address, kind, verbs: kind === 'page' ? ['GET', 'POST'] : [...text.matchAll(/^export (?:async )?(?:function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm)].map(([, verb = '']) => verb) };
  });
}
