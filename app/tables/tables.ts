import type { RegisterName } from '#app/registers.ts';
import { agreements } from './agreements.ts';
import { documents } from './documents.ts';
import { milestones } from './milestones.ts';
import { networks } from './networks.ts';
import { partners } from './partners.ts';
import { programmes } from './programmes.ts';
import { projects } from './projects.ts';
import type { AnyTable } from './register-table.ts';

/** What each register says of its table. */
export const tables: Record<RegisterName, AnyTable> = { agreements, partners, networks, programmes, projects, milestones, documents };
