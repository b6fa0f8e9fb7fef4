/** Reads unknown JSON against the part of JSON Schema that pack.schema.json uses, and says the first thing that is wrong. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What is wrong, where (a JSON pointer), and what is allowed there. */
export interface Mistake {
  readonly pointer: string;
  readonly message: string;
}

/** The first mistake in `value`; undefined when there is none. */
export function firstMistake(
  value: unknown,
  schema: Schema,
  root: Schema = schema,
  pointer = '',
): Mistake | undefined {
  const rule = schema.$ref === undefined ? schema : definition(schema.$ref, root);
  if (rule.type !== undefined && !isOfType(value, rule.type))
    return { pointer, message: `must be ${article(rule.type)}` };
  if (rule.enum && !rule.enum.includes(value as string)) {
    return { pointer, message: `must be one of ${rule.enum.join(', ')}` };
  }
  if (rule.pattern !== undefined && !new RegExp(rule.pattern).test(String(value))) {
    return { pointer, message: `must match ${rule.pattern}` };
  }
  if (Array.isArray(value)) return mistakeInArray(value, rule, root, pointer);
  return isObject(value) ? mistakeInObject(value, rule, root, pointer) : undefined;
}

function mistakeInArray(
  value: readonly unknown[],
  rule: Schema,
  root: Schema,
  pointer: string,
): Mistake | undefined {
  if (value.length < (rule.minItems ?? 0)) return { pointer, message: 'must not be empty' };
  for (const [index, item] of value.entries()) {
    const mistake = rule.items && firstMistake(item, rule.items, root, `${pointer}/${String(index)}`);
    if (mistake) return mistake;
  }
  return undefined;
}

function mistakeInObject(
  value: Readonly<Record<string, unknown>>,
  rule: Schema,
  root: Schema,
  pointer: string,
): Mistake | undefined {
  const missing = rule.required?.find((key) => !(key in value));
  if (missing !== undefined) return { pointer, message: `must have \`${missing}\`` };
  for (const [key, item] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const misnamed = rule.propertyNames && firstMistake(key, rule.propertyNames, root, at);
    if (misnamed) return { pointer: at, message: `its name ${misnamed.message}` };
    const property = rule.properties?.[key] ?? rule.additionalProperties;
    if (property === false) {
      return {
        pointer: at,
        message: `is not known; allowed are ${Object.keys(rule.properties ?? {}).join(', ')}`,
      };
    }
    const mistake = property && firstMistake(item, property, root, at);
    if (mistake) return mistake;
  }
  return undefined;
}

function definition(reference: string, root: Schema): Schema {
  return root.definitions?.[reference.replace('#/definitions/', '')] ?? {};
}

function isOfType(value: unknown, type: NonNullable<Schema['type']>): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
