import { randomUUID } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import type { Role } from '#db/schema/person.ts';
import { invitationEntry } from '#office/person/entry.ts';
import { beginHalf } from '#office/person/half-sign-in.ts';
import { beginSession } from '#office/person/session.ts';
import { invite } from '#office/person/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { accepted, parsed } from '../../verbs.ts';
import type { Ground } from './ground.ts';

/** As `app/viewer.ts` names it, which no spec outside Next can load. */
const sessionCookie = '__Host-povelja.session';

/** The cookie of a session, sealed as `app/viewer.ts` does it. */
export async function sessionCookieOf(sid: string, secret: string): Promise<string> {
  return `${sessionCookie}=${await encode({ token: { sid }, secret, maxAge: 36_000 })}`;
}

/** Whether this secret opens the session's cookie among these. */
export async function opensSession(cookies: readonly string[], secret: string): Promise<boolean> {
  const token = cookies.find((one) => one.startsWith(`${sessionCookie}=`))?.slice(sessionCookie.length + 1);
  return typeof (await decode({ token, secret }).catch(() => null))?.sid === 'string';
}

/** Whoever may come to a door. Those who only seem to be signed in are let in no further than a visitor. */
export const subjects = [
  'a visitor', 'staff without a role', 'a contributor', 'an editor', 'a publisher', 'an admin', 'a publisher of another project', 'an editor of another noun',
  'a publisher whose role ran out', 'a publisher who was deactivated', 'a publisher whose account ended', 'a publisher whose session was ended',
  'a publisher who was idle for half an hour', 'a publisher who signed in ten hours ago', 'a forger of cookies', 'a holder of a cookie under another secret',
  'a publisher who gave his password and no code', 'an admin who must set up a second factor',
] as const;
export type Subject = (typeof subjects)[number];

/** Those of them who hold something that looks like a session, and nothing that is one. */
export const shams: readonly Subject[] = subjects.slice(9);

export type Cookies = Readonly<Record<Subject, string>>;

/** A cookie for each of them; everybody stands in the database as the name says. */
export async function cookiesOf({ client, authSecret }: Ground, otherProject: string): Promise<Cookies> {
  const sealed = (sid: string, secret = authSecret) => sessionCookieOf(sid, secret);
  const bySql = (statement: string, id: string) => client.query(`set session_replication_role = replica; ${statement.replaceAll('$1', `'${id}'`)}; set session_replication_role = origin`);
  const person = async (role: Role, scope: { noun?: string; recordId?: string } = {}) => {
    const values = { name: ['Ход Ходић'], email: [`${randomUUID()}@primer.rs`], writtenForm: ['sr-Cyrl'], role: [role], noun: [scope.noun ?? ''], recordId: [scope.recordId ?? ''], until: [''] };
    const id = accepted(await invite(systemViewer, { entry: parsed(invitationEntry, values) }));
    return { id, secret: await beginSession(id, { agent: 'walk', address: '192.0.2.1' }) };
  };
  const whole = async (role: Role, scope?: { noun?: string; recordId?: string }) => sealed((await person(role, scope)).secret);
  const after = async (statement: string) => {
    const { id, secret } = await person('publisher');
    await bySql(statement, id);
    return sealed(secret);
  };
  const bare = await person('admin');
  const cookies: Cookies = {
    'a visitor': '',
    'staff without a role': await after('delete from grant_of_right where person_id = $1'),
    'a contributor': await whole('contributor'),
    'an editor': await whole('editor'),
    'a publisher': await whole('publisher'),
    'an admin': await whole('admin'),
    'a publisher of another project': await whole('publisher', { noun: 'project', recordId: otherProject }),
    'an editor of another noun': await whole('editor', { noun: 'programme' }),
    'a publisher whose role ran out': await after(`update grant_of_right set until = '2020-01-01' where person_id = $1`),
    // Each of these alone, so that no other end of the session hides that this one was not looked at.
    'a publisher who was deactivated': await after('update person set deactivated_at = now() where id = $1'),
    'a publisher whose account ended': await after(`update person set expires_on = '2020-01-01' where id = $1`),
    'a publisher whose session was ended': await after('update session set ended_at = now() where person_id = $1'),
    'a publisher who was idle for half an hour': await after(`update session set seen_at = now() - interval '31 minutes' where person_id = $1`),
    'a publisher who signed in ten hours ago': await after(`update session set started_at = now() - interval '601 minutes' where person_id = $1`),
    'a forger of cookies': `${sessionCookie}=${randomUUID()}`,
    'a holder of a cookie under another secret': await sealed((await person('admin')).secret, 'another secret of another house'),
    // The secret of the second step, where that of a session should be.
    'a publisher who gave his password and no code': await sealed(await beginHalf((await person('publisher')).id)),
    'an admin who must set up a second factor': await sealed(bare.secret),
  };
  // The role asks for a second factor, and every other admin has one.
  await bySql(`insert into setting (id, key, value) values (gen_random_uuid(), 'second_factor_admin', 'true'); update person set second_factor_since = now() where id <> $1 and id in (select person_id from grant_of_right where role = 'admin')`, bare.id);
  // As if everybody had just given his password, so that it is the right that is asked and not the password again.
  await client.query('update session set confirmed_at = now()');
  return cookies;
}
