/** Who may import whom; the table of ARCHITECTURE.md, which docs.test.ts holds to this one. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  nlp: ['core'],
  prisma: ['core'],
  dialogs: ['core'],
  bot: ['core', 'nlp', 'prisma', 'dialogs'],
  web: ['core'],
};
