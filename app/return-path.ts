import { isWrittenForm } from '#messages/routing.ts';

/**
 * Where a reader may be sent after signing in: a path of the workspace below the written form. Everything
 * else — another host, `//evil`, `/\evil`, control characters, a scheme, a climb out by `..` — is the desk.
 */
export function safeReturnPath(wanted: string): string {
  const desk = '/workspace';
  if (!/^\/[!-[\]-~]*$/.test(wanted) || wanted.startsWith('//')) return desk;
  const [, form = '', ...rest] = wanted.split('/');
  const below = `/${rest.join('/')}`;
  if (!isWrittenForm(form) || below.includes('//')) return desk;
  // Asked of the address as the browser will have it, since `/workspace/%2e%2e/` is no workspace any more there.
  const { pathname } = new URL(wanted, 'https://workspace.invalid');
  return /^\/workspace(?:[/?]|$)/.test(below) && `${pathname}/`.startsWith(`/${form}/workspace/`) ? below : desk;
}
