import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnsOf, STORE_DATA } from '../../prisma/crm/personalData/index.ts';

const SCHEMA = readFileSync('prisma/schema.prisma', 'utf8');

interface Column {
  readonly field: string;
  readonly column: string;
}

interface Model {
  readonly table: string;
  readonly columns: readonly Column[];
  /** Models its rows name. */
  readonly parents: readonly { readonly model: string; readonly field: string }[];
}

function parseModels(schema: string): ReadonlyMap<string, Model> {
  return new Map(
    [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name = '', body = '']) => {
      const lines = body.split('\n').map((line) => line.trim());
      const fields = lines.filter((line) => /^\w+\s/.test(line));
      const parents = fields.flatMap((line) => {
        const [, model = '', field = ''] = /^\w+\s+(\w+)\??\s.*@relation\(fields: \[(\w+)\]/.exec(line) ?? [];
        return model ? [{ model, field }] : [];
      });
      const columns = fields
        .filter((line) => /^\w+\s+(String|Int|BigInt|Float|Boolean|DateTime|Json|Bytes)\b/.test(line))
        .map((line) => {
          const field = line.split(/\s/)[0] ?? '';
          return { field, column: /[^@]@map\("(\w+)"\)/.exec(line)?.[1] ?? field };
        });
      return [name, { table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name, columns, parents }];
    }),
  );
}

const PEOPLE: readonly string[] = ['Customer', 'Conversation', 'ChannelIdentity'];

/** What the schema has and nobody described, as sentences. */
function findUndescribed(schema: string): string[] {
  return [...parseModels(schema).values()].flatMap(({ table, columns, parents }) => {
    const data = STORE_DATA.find((each) => each.table === table);
    if (!data) return [`${table} is described nowhere`];
    const described = new Set([...columnsOf(data).map(([column]) => column), ...Object.keys(data.beside ?? {})]);
    const related = new Set(parents.filter(({ model }) => PEOPLE.includes(model)).map(({ field }) => field));
    return columns
      .filter(({ field }) => related.has(field) || /(customer|conversation|identity)Id$/i.test(field))
      .filter(({ column }) => !described.has(column))
      .map(({ column }) => `${table}.${column} leads to a person and is not described`);
  });
}

describe('the description of personal data', () => {
  const models = parseModels(SCHEMA);

  it('knows every table of the schema, and every column that leads to a customer, a conversation or an identity', () => {
    expect(models.size).toBeGreaterThan(20);
    expect(findUndescribed(SCHEMA)).toEqual([]);
  });

  it('misses neither a new table nor a new column of a known one', () => {
    const planted = `${SCHEMA}
model Survey {
  id String @id
  customerId String @map("customer_id")
  @@map("surveys")
}
`.replace(
      'model Incident {\n',
      'model Incident {\n  openedIn String @map("opened_in")\n  v Conversation? @relation(fields: [openedIn], references: [id])\n',
    );
    expect(findUndescribed(planted)).toEqual([
      'incidents.opened_in leads to a person and is not described',
      'surveys is described nowhere',
    ]);
  });

  it('names only tables and columns there are', () => {
    const columns = new Map([...models.values()].map((model) => [model.table, model.columns.map(({ column }) => column)]));
    const unknown = STORE_DATA.flatMap((data) => {
      const named = [...columnsOf(data).map(([column]) => column), ...Object.keys(data.beside ?? {}), data.mended, data.mentions?.column];
      return named
        .filter((column) => column !== undefined && !columns.get(data.table)?.includes(column))
        .map((column) => `${data.table}.${column}`);
    });
    expect(unknown).toEqual([]);
    expect(STORE_DATA.map(({ table }) => table).filter((table) => !columns.has(table))).toEqual([]);
  });

  it('has parents before children, so that rows can be copied in its order', () => {
    const place = (table: string | undefined): number => STORE_DATA.findIndex((data) => data.table === table);
    const early = [...models.values()].flatMap(({ table, parents }) =>
      parents.filter(({ model }) => place(models.get(model)?.table) >= place(table)).map(({ model }) => `${table} before ${model}`),
    );
    expect(early).toEqual([]);
  });

  it('says of each table what erasing a person does, and moves with a customer only what has one', () => {
    expect(STORE_DATA.filter(({ erasing }) => erasing.length === 0)).toEqual([]);
    expect(STORE_DATA.filter(({ merge, of }) => merge && !of?.customers?.includes('customer_id'))).toEqual([]);
  });
});
