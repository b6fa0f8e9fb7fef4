/** Types in words, for people who ask what the engine knows. */
import type { Type } from './types.ts';

export function describe(type: Type): string {
  switch (type.kind) {
    case 'unknown':
      return 'unknown';
    case 'none':
      return 'None';
    case 'module':
      return `module ${type.module.name}`;
    case 'class':
      return `type[${type.class.name}]`;
    case 'instance':
      return type.args.length > 0
        ? `${type.class.name}[${type.args.map(describe).join(', ')}]`
        : type.class.name;
    case 'function':
      return `function ${type.function.name}${type.receiver ? ` of ${describe(type.receiver)}` : ''}`;
    case 'partial':
      return `partial(${describe(type.callee)})`;
    case 'property':
      return `property(${describe(type.getter)})`;
    case 'callable':
      return `callable returning ${describe(type.result)}`;
    case 'external':
      return `${type.path}, which was not read`;
    case 'coroutine':
    case 'generator':
    case 'async-generator':
    case 'manager':
    case 'async-manager':
      return `${type.kind} of ${type.frame.function?.name ?? type.frame.scope.qualname}`;
    case 'tuple':
      return `tuple[${type.items.map(describe).join(', ')}]`;
    case 'union':
      return type.members.map(describe).join(' | ');
    case 'super':
      return `super of ${type.class.name}`;
    case 'variable':
      return type.bound ? `type variable of ${describe(type.bound)}` : 'type variable';
  }
}
