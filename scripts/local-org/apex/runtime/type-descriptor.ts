/** Reads the descriptors by which compiled scripts name types, see `typeDescriptor` in symbols/types.ts. */
import type { SchemaModel } from '../../schema/model';
import { platformTypes } from '../../declarations/define';
import { platformEnumType } from '../../declarations/platform-enum';
import { BUILT_IN_TYPES, OBJECT, SOBJECT, platformRuntimeType, sobjectTypeOf, type RuntimeType } from './runtime-type';

/** Turns descriptors into run-time types for one program. */
export class TypeReader {
  private readonly schema: SchemaModel;
  private readonly userType: (name: string) => RuntimeType | undefined;
  private readonly known = new Map<string, RuntimeType>();

  constructor(schema: SchemaModel, userType: (name: string) => RuntimeType | undefined) {
    this.schema = schema;
    this.userType = userType;
  }

  /** @throws Error when the descriptor names nothing, which is a mistake in the local org itself */
  read(descriptor: string): RuntimeType {
    let type = this.known.get(descriptor);
    if (!type) {
      type = this.parse(descriptor);
      this.known.set(descriptor, type);
    }
    return type;
  }

  private parse(descriptor: string): RuntimeType {
    const name = descriptor.slice(2);
    switch (descriptor.slice(0, 2)) {
      case 's:':
        return this.record(name);
      case 'u:':
        return this.userType(name) ?? missing(descriptor);
      case 'p:':
        return this.platform(name);
      default:
        return BUILT_IN_TYPES.get(descriptor.toLowerCase()) ?? OBJECT;
    }
  }

  private record(name: string): RuntimeType {
    if (!name) return SOBJECT;
    const object = this.schema.object(name);
    return object ? sobjectTypeOf(object) : missing(name);
  }

  private platform(text: string): RuntimeType {
    const open = text.indexOf('<');
    const name = open < 0 ? text : text.slice(0, open);
    const typeArguments = open < 0 ? [] : splitArguments(text.slice(open + 1, -1)).map((part) => this.read(part));
    const declaration = platformTypes().find((type) => `${type.namespace}.${type.name}` === name) ?? missing(name);
    if (declaration.kind === 'enum') return platformEnumType(name) as RuntimeType;
    return platformRuntimeType(declaration, typeArguments);
  }
}

function missing(what: string): never {
  throw new Error(`A compiled script names the type ${what}, which does not exist.`);
}

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '<') depth += 1;
    else if (text[index] === '>') depth -= 1;
    else if (text[index] === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
