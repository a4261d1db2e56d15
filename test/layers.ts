/** Who may import whom; the table of ARCHITECTURE.md, which docs.test.ts holds to this one. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  rules: ['core'],
  nlp: ['core'],
  prisma: ['core', 'rules'],
  dialogs: ['core', 'rules'],
  bot: ['core', 'rules', 'nlp', 'prisma', 'dialogs'],
  web: ['core'],
};
