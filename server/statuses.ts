import type { IncomingMessage, ServerResponse } from 'node:http';
import { answers, onceHeader, type Told } from '#app/answer.ts';

const toldOf = new WeakMap<IncomingMessage, Told>();

/** Next's request handler, or anything that answers like it. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Runs Next so that `answer()` reaches the head. Only a 200 is changed: a redirect or a fault has the
 * better claim. Answers to scripted actions are changed too; Next's client reads `text/x-component`
 * whatever its status (server-action-reducer.js in 16.4), so a refusal is the same on every transport.
 */
export function withStatuses(next: Handler): Handler {
  return (request, response) => {
    const told: Told = { status: null, once: false };
    toldOf.set(request, told);
    applyAtHead(response, told);
    return answers.run(told, () => next(request, response));
  };
}

/** What a route could not take of the form that this request brought, files apart; null where it took it, or was none. */
export function handedBack(request: IncomingMessage): Told['handedBack'] | null {
  return toldOf.get(request)?.handedBack ?? null;
}

function applyAtHead(response: ServerResponse, told: Told): void {
  const writeHead = response.writeHead;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (told.once) response.setHeader(onceHeader, '1');
    if (status !== 200 || told.status === null) return Reflect.apply(writeHead, response, [status, ...rest]);
    const headers = rest.filter((part) => typeof part !== 'string');
    response.statusCode = told.status;
    return Reflect.apply(writeHead, response, [told.status, ...headers]);
  }) as typeof writeHead;
}
