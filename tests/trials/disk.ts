import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { filled, formIn, type Answer, type Reader } from '../app/plain-http.ts';
import { disagreements } from '../db/agreement.ts';
import { asOwner } from '../cluster.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { fileForm, partnersOf } from './hands.ts';
import { unkept, type Report } from './report.ts';
import { openTown, type Town } from './town.ts';

const megabyte = 1_048_576;

/**
 * A register whose disk (a small file system of its own) is filled to the last byte while people save, bring files and back up, and is
 * freed again. Needs root on Linux, who may mount.
 */
export async function diskFull(): Promise<Report> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { figures: ['not tried: it takes root on Linux to mount a small disk'], faults: [] };
  const ground = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=500m,mode=0711', 'tmpfs', ground.folder]);
  const remove = async () => {
    spawnSync('umount', ['-l', ground.folder]);
    await ground.remove();
  };
  const town = await openTown({}, { folder: ground.folder, remove }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  try {
    return await fillAndFree(town, ground.folder);
  } finally {
    await town.leave();
  }
}

async function fillAndFree(town: Town, disk: string): Promise<Report> {
  const reader = await town.ana();
  const [record = ''] = await partnersOf(reader, 1);
  const faults: string[] = [];
  const upload = await uploadTo(reader, town);
  if (upload.status !== 507 || !upload.text.includes('noRoom')) faults.push(`a file where little is free: ${upload.status}`);
  const files = await held(town);

  mkdirSync(path.join(disk, 'backups'), { recursive: true });
  const free = fill(disk);
  const backup = spawnSync(process.execPath, ['server/errand.ts', 'backup', path.join(disk, 'backups/')], { env: { ...process.env, DATA_DIR: town.dataDir, DATABASE_URL: '', BACKUP_DIR: '', BACKUP_KEY: '' }, encoding: 'utf8' });
  if (backup.status !== 1 || !/no room/.test(backup.stderr)) faults.push(`a backup onto the full disk: ${backup.status} ${backup.stderr.slice(0, 200)}`);
  if (backupsIn(disk).length > 0) faults.push(`left by the backup: ${backupsIn(disk).join(', ')}`);

  const saved: string[] = [];
  const answers: Record<string, number> = {};
  const save = async (): Promise<number> => {
    const page = await reader.get(`${record}/edit`);
    answers[`opened ${page.status}`] = (answers[`opened ${page.status}`] ?? 0) + 1;
    if (page.status !== 200) return page.status;
    const typed = `disk ${randomUUID()}`;
    const answer = await reader.post(`${record}/edit`, filled(formIn(page.text), { 'note.en': typed }));
    answers[`saved ${answer.status}`] = (answers[`saved ${answer.status}`] ?? 0) + 1;
    if (answer.status === 303) saved.push(typed);
    else if (!answer.text.includes(typed)) faults.push(`${answer.status} without what was typed`);
    return answer.status;
  };
  for (let turn = 0; turn < 150 && (answers['saved 507'] ?? 0) < 5 && (answers['saved 503'] ?? 0) < 5; turn += 1) await save();
  const said507 = answers['saved 507'] ?? 0;
  // The log of Postgres wants a new file of its own: it stops, and cannot come back while there is no room.
  await town.ask("select count(pg_logical_emit_message(true, 'spec', repeat('x', 1000000))) from generate_series(1, 600)").catch(() => {});
  await wait(1_500);
  for (let turn = 0; turn < 5; turn += 1) await save();
  const [live, ready] = [(await reader.get('/health/live')).status, (await reader.get('/health/ready')).status];
  if (live !== 200) faults.push(`/health/live ${live}`);
  const odd = Object.keys(answers).filter((one) => !/ (200|303|503|507)$/.test(one));
  if (odd.length > 0) faults.push(`answers: ${odd.join(', ')}`);

  free();
  const began = performance.now();
  while ((await reader.get('/health/ready').catch(() => null))?.status !== 200 && performance.now() - began < 60_000) await wait(100);
  const back = Math.round(performance.now() - began);
  const again = await save();
  const kept = await town.ask<{ text: string }>("select after -> 'note' -> 'en' ->> 'text' as text from revision where table_name = 'organisation' and after -> 'note' -> 'en' ->> 'text' like 'disk %'");
  faults.push(...saved.filter((one) => kept.filter(({ text }) => text === one).length !== 1).map((one) => `acknowledged and not there once: ${one}`));
  faults.push(...unkept([
    [said507 + (answers['saved 503'] ?? 0) > 0, 'the full disk was not felt'],
    [again === 303, `saving after the disk was freed: ${again}`],
    [back < 30_000, `ready only ${back} ms after the disk was freed`],
    [JSON.stringify(await held(town)) === JSON.stringify(files), 'files came in although they were refused'],
  ]), ...await asOwner(town.databaseUrl(), disagreements));
  return { figures: [`a disk filled to the last byte: ${JSON.stringify(answers)}; while Postgres was down ready was ${ready}; ready ${back} ms after it was freed; ${saved.length} saved and there`], faults };
}

/** Takes all that is free; answers with what gives it back. */
function fill(disk: string): () => void {
  const file = path.join(disk, 'ballast');
  const handle = openSync(file, 'w');
  try {
    for (const size of [megabyte, 4_096]) {
      for (const bytes = Buffer.alloc(size); ;) {
        const { bavail, bsize } = statfsSync(disk);
        if (bavail * bsize < size) break;
        writeSync(handle, bytes);
      }
    }
  } finally {
    closeSync(handle);
  }
  return () => rmSync(file);
}

async function uploadTo(reader: Reader, town: Town): Promise<Answer> {
  const [project] = await town.ask<{ code: string }>("select code from project where slug = 'exchange-2'");
  const drafted = await reader.fillIn('/en/workspace/documents/new', { 'title.sr-Cyrl': 'Записник пуног диска', 'title.en': 'Minutes', kind: 'minutes', language: 'sr', visibility: 'public', 'seek.record.links.0.record': project?.code ?? '' });
  const id = drafted.headers.location?.split('/').at(-1);
  const { text } = await reader.get(`/en/workspace/documents/${id}/files`);
  const fields = ['version', 'request'].map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''] as const);
  return reader.post(`/files/attach/en/${id}`, [], { body: fileForm(fields, 'full'), headers: { accept: 'application/json', 'content-type': 'multipart/form-data; boundary=xYzZy' } });
}

async function held(town: Town): Promise<object[]> {
  return town.ask('select (select count(*)::int from document_file) as files, (select count(*)::int from file_chunk) as chunks');
}

function backupsIn(disk: string): string[] {
  try {
    return readdirSync(path.join(disk, 'backups'));
  } catch {
    return [];
  }
}
