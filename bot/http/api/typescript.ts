/** An OpenAPI document, as far as types are made of it. */
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly description?: string;
}

/**
 * The document as a TypeScript module: `Schemas` by name, and `Operations` by id with what each takes and answers. No library does it
 * here: openapi-typescript needs the JavaScript API that TypeScript 7 no longer has.
 */
export function toTypeScript(document: object): string {
  const { paths, components } = document as Document;
  const schemas = Object.entries(components.schemas).map(([name, schema]) => member(name, schema, true, '  '));
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => describe(path, method, operation)),
  );
  return `// Made from the OpenAPI document by bot/http/api/typescript.ts, not to be edited by hand: \`npm run build\` writes it.

/** What the API takes and answers, by the names of its document. */
export interface Schemas {
${schemas.join('\n')}
}

/** Every call of the API, by its operation's id. */
export interface Operations {
${operations.join('\n')}
}
`;
}

function describe(path: string, method: string, { operationId, parameters, requestBody, responses }: Operation): string {
  const inside = '    ';
  const lines = [`readonly method: ${quote(method.toUpperCase())};`, `readonly path: ${quote(path)};`];
  for (const place of ['path', 'query', 'header']) {
    const own = parameters.filter((parameter) => parameter.in === place);
    if (own.length === 0) continue;
    const fields = own.map(({ name, schema, required }) => member(name, schema, required, `${inside}  `));
    lines.push(`readonly ${place === 'path' ? 'params' : place}: {\n${fields.join('\n')}\n${inside}};`);
  }
  if (requestBody) lines.push(`readonly body: ${toBody(requestBody.content, inside)};`);
  const answers = Object.entries(responses).map(
    ([status, { content }]) => `${inside}  readonly ${status}: ${toBody(content, `${inside}  `)};`,
  );
  lines.push(`readonly answers: {\n${answers.join('\n')}\n${inside}};`);
  return `  readonly ${key(operationId)}: {\n${lines.map((line) => inside + line).join('\n')}\n  };`;
}

/** What is no JSON comes as bytes. */
function toBody(content: Content, indent: string): string {
  const types = Object.entries(content).map(([type, { schema }]) => (/json$/.test(type) ? toType(schema, indent) : 'Blob'));
  return [...new Set(types)].join(' | ') || 'undefined';
}

function toType(schema: Schema, indent: string): string {
  const { $ref, anyOf, oneOf, allOf } = schema;
  if ($ref !== undefined) return `Schemas[${quote($ref.replace('#/components/schemas/', ''))}]`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => (typeof value === 'string' ? quote(value) : JSON.stringify(value))));
  const choices = anyOf ?? oneOf;
  if (choices) return union(choices.map((choice) => toType(choice, indent)));
  if (allOf) return allOf.map((part) => `(${toType(part, indent)})`).join(' & ');
  if (typeof schema.type === 'object') return union(schema.type.map((type) => toType({ ...schema, type }, indent)));
  if (schema.type === 'array') return toList(schema, indent);
  if (schema.type === 'object') return toObject(schema, indent);
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  return schema.type === 'string' || schema.type === 'boolean' || schema.type === 'null' ? schema.type : 'unknown';
}

function toList({ items, prefixItems }: Schema, indent: string): string {
  if (prefixItems) return `readonly [${prefixItems.map((item) => toType(item, indent)).join(', ')}]`;
  const item = items ? toType(items, indent) : 'unknown';
  return `readonly ${/[ |&]/.test(item) ? `(${item})` : item}[]`;
}

function toObject({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const fields = Object.entries(properties).map(([name, schema]) => member(name, schema, required.includes(name), `${indent}  `));
  if (fields.length > 0) return `{\n${fields.join('\n')}\n${indent}}`;
  return `Readonly<Record<string, ${typeof additionalProperties === 'object' ? toType(additionalProperties, indent) : 'unknown'}>>`;
}

function member(name: string, schema: Schema, isRequired: boolean, indent: string): string {
  const comment = schema.description === undefined ? '' : `${indent}/** ${schema.description.replaceAll('*/', '*\\/')} */\n`;
  return `${comment}${indent}readonly ${key(name)}${isRequired ? '' : '?'}: ${toType(schema, indent)};`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ');
}
