import type { Noun } from '#office/permission.ts';

/** The folders of the workspace, as an address has them; app/registers.ts cannot be loaded outside Next. */
export const registerFolders = {
  partners: 'organisation', networks: 'membership', programmes: 'programme', projects: 'project', agreements: 'agreement', milestones: 'milestone', documents: 'document',
} as const satisfies Record<string, Noun>;
