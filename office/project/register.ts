import { project } from '#db/schema/project.ts';

/** The project's table under its noun, for the gate. */
export const register = { noun: 'project', table: project } as const;
