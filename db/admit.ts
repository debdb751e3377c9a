import { Client, escapeIdentifier } from 'pg';

/**
 * Lets the account of `url` become the app and the reader, as each of its connections does. Whoever migrates has made both roles, or may become them, and lends
 * them; once is enough for a cluster. Throws a plain sentence where he may not.
 */
export async function admit(ownerUrl: string, url: string): Promise<void> {
  const account = decodeURIComponent(new URL(url).username);
  if (ownerUrl === url || account === '') return;
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: 'povelja admit' });
  client.on('error', () => {}); // the query under way says it too
  await client.connect();
  try {
    for (const role of ['povelja_app', 'povelja_reader']) {
      const { rows: [found] } = await client.query<{ may: boolean | null }>('select pg_has_role((select oid from pg_roles where rolname = $1), $2, $3) as may', [account, role, 'SET']);
      if (found?.may === false) await client.query(`grant ${escapeIdentifier(role)} to ${escapeIdentifier(account)}`);
    }
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new Error('The account of MIGRATION_DATABASE_URL may not let that of DATABASE_URL in. As a superuser: grant povelja_app, povelja_reader to the latter.', { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}
