import { isWrittenForm } from '#messages/routing.ts';

/**
 * Where a reader may be sent after signing in: a path of the workspace below the written form. Everything
 * else — another host, `//evil`, `/\evil`, control characters, a scheme — is the desk.
 */
export function safeReturnPath(wanted: string): string {
  const desk = '/workspace';
  if (!/^\/[!-[\]-~]*$/.test(wanted) || wanted.startsWith('//')) return desk;
  const [, form = '', ...rest] = wanted.split('/');
  const below = `/${rest.join('/')}`;
  return isWrittenForm(form) && /^\/workspace(?:[/?]|$)/.test(below) && !below.includes('//') ? below : desk;
}
