// The settings as VS Code wants them described: a JSON schema for each, from the tables of engine, server and client.
import { LEVELS, SETTINGS, type Setting, type SettingForm } from '../../core/model/settings.ts';
import type { Rule } from '../../core/rules/rule.ts';
import { CHOICES, SWITCHES } from '../../server/editor-settings.ts';
import { CLIENT_SETTINGS } from '../../client/contributes/settings.ts';

type Schema = Readonly<Record<string, unknown>>;

/** `contributes.configuration`. */
export function configuration(rules: readonly Rule[]): Schema {
  const shared = Object.entries<Setting>(SETTINGS).map(([key, { form, scope, description, ...setting }]) => [
    `awaitwise.${key}`,
    { scope, ...schemaOf(form, rules), default: setting.default, markdownDescription: description },
  ]);
  return {
    title: 'Awaitwise',
    properties: {
      ...Object.fromEntries(shared),
      ...Object.fromEntries(
        Object.entries(CHOICES).map(([key, { values, description, default: usual }]) => [
          `awaitwise.${key}`,
          { scope: 'window', ...choice(values), default: usual, markdownDescription: description },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(SWITCHES).map(([key, markdownDescription]) => [
          `awaitwise.${key}`,
          { scope: 'window', type: 'boolean', default: false, markdownDescription },
        ]),
      ),
      ...CLIENT_SETTINGS,
    },
  };
}

const SELECTORS = { type: 'array', items: { type: 'string' }, uniqueItems: true };

function schemaOf(form: SettingForm, rules: readonly Rule[]): Schema {
  switch (form.kind) {
    case 'choice':
      return choice(form.values);
    case 'flag':
      return { type: 'boolean' };
    case 'text':
      return {
        type: 'string',
        pattern: form.pattern.source,
        patternErrorMessage: `Expected ${form.allowed}.`,
      };
    case 'path':
      return { type: 'string' };
    case 'paths':
    case 'globs':
    case 'selectors':
      return SELECTORS;
    case 'levels':
      return levels(rules);
    case 'selectors-by-glob':
      return { type: 'object', additionalProperties: SELECTORS };
    case 'folders':
      return { type: 'object', additionalProperties: { type: 'object' } };
  }
}

function choice(values: Readonly<Record<string, string>>): Schema {
  return { type: 'string', enum: Object.keys(values), markdownEnumDescriptions: Object.values(values) };
}

/** Every rule is offered by its code; its name does as well. */
function levels(rules: readonly Rule[]): Schema {
  const level = { type: 'string', enum: LEVELS };
  const properties = rules.map(({ code, name, docs }) => [
    code,
    { ...level, markdownDescription: `\`${name}\`: ${docs.what}` },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: level };
}
