import { toLatin } from '#messages/latin.ts';

const words = [
  'lozinka', 'sifra', 'šifra', 'лозинка', 'шифра', 'povelja', 'повеља', 'gradnis', 'градниш', 'grad', 'nis', 'niš', 'srbija', 'србија', 'kancelarija',
  'канцеларија', 'saradnja', 'сарадња', 'sporazum', 'споразум', 'password', 'passphrase', 'administrator', 'admin', 'qwerty', 'qwertz', 'welcome',
  'dobrodosli', 'добродошли', 'letmein', 'partizan', 'crvenazvezda', 'radnicki', 'раднички', 'konstantin', 'константин', 'volimte', 'волимте',
  'iloveyou', 'jabiskupam', 'correcthorsebatterystaple', 'medjunarodna', 'међународна',
];
const runs = ['123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '1234567890', '0123456789', '2024', '2025', '2026', '2027', '1', '01', '007', '18', '18000'];

/**
 * Passwords that everybody tries first, letters and digits only, lower case: what long common passwords
 * are made of — a usual word doubled, joined with another or with a run of digits — in both scripts.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  [...words, ...words.map(toLatin)].flatMap((word) => [
    word, word + word, word + word + word, ...runs.flatMap((run) => [word + run, run + word, word + run + word, word + word + run]),
    ...words.map((other) => word + other), ...words.flatMap((other) => runs.map((run) => word + other + run)),
  ]).concat(runs, runs.map((run) => run + run), ['qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', 'qwertyuiopasdfg', 'aaaaaaaaaaaaaaa', '111111111111111', '000000000000000', '123456789012345', '123456789123456789']),
);
