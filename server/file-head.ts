import type { ServerResponse } from 'node:http';
import { lengthHeader } from '#app/answer.ts';
import { closedPolicy } from './headers.ts';

/**
 * Lets an answer about files go out under the head that its route gave it: with its length, which Next strikes
 * from what routes answer, and closed and unkept where the route said nothing else.
 */
export function keepFileHead(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = ((...given: unknown[]) => {
    const length = response.getHeader(lengthHeader);
    response.removeHeader(lengthHeader);
    if (length !== undefined) response.setHeader('Content-Length', String(length));
    if (!response.hasHeader('Content-Security-Policy')) response.setHeader('Content-Security-Policy', closedPolicy);
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
    return Reflect.apply(writeHead, response, given);
  }) as typeof writeHead;
}
