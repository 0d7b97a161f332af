/** Finds run-time types by the name Apex prints or a program writes: `Type.forName`, and collections the platform makes. */
import type { SchemaModel } from '../../schema/model';
import { platformTypes, type PlatformTypeDeclaration } from '../../declarations/define';
import { platformEnumType } from '../../declarations/platform-enum';
import { BUILT_IN_TYPES, platformRuntimeType, sobjectTypeOf, type RuntimeType } from './runtime-type';

/** Looks names up in one program and schema, without case. */
export class TypeNames {
  private readonly schema: SchemaModel;
  private readonly userType: (lowerName: string) => RuntimeType | undefined;
  private readonly namespacePrefix: string | null;

  /** @param namespace that of the project, by which its own classes are found too */
  constructor(
    schema: SchemaModel,
    userType: (lowerName: string) => RuntimeType | undefined,
    namespace: string | null = null
  ) {
    this.schema = schema;
    this.userType = userType;
    this.namespacePrefix = namespace ? `${namespace.toLowerCase()}.` : null;
  }

  /** The type of a name such as `Map<Id, List<Account>>`, `Outer.Inner`, `Integer[]`; undefined when there is none. */
  find(text: string): RuntimeType | undefined {
    const name = text.trim();
    if (name.endsWith('[]')) return this.generic('List', [name.slice(0, -2)]);
    const open = name.indexOf('<');
    if (open > 0 && name.endsWith('>')) return this.generic(name.slice(0, open), split(name.slice(open + 1, -1)));
    return this.simple(name);
  }

  private generic(name: string, argumentTexts: readonly string[]): RuntimeType | undefined {
    const declaration = platformDeclaration(name);
    const typeArguments = argumentTexts.map((text) => this.find(text));
    if (!declaration || typeArguments.includes(undefined)) return undefined;
    return platformRuntimeType(declaration, typeArguments as RuntimeType[]);
  }

  private simple(name: string): RuntimeType | undefined {
    const lower = name.toLowerCase();
    // An object wins over a class of its name: public tests that shadow User rely on it.
    const object = this.schema.object(lower.replace(/^schema\./, ''));
    if (object) return sobjectTypeOf(object);
    const user = this.userType(lower) ?? this.inNamespace(lower);
    if (user) return user;
    const plain = lower.replace(/^system\./, '');
    // What messages call Object: "Invalid conversion from runtime type List<ANY> to …".
    const builtIn = BUILT_IN_TYPES.get(plain === 'any' ? 'object' : plain);
    if (builtIn && plain !== 'void') return builtIn;
    const declaration = platformDeclaration(name);
    return declaration && typeOfDeclaration(declaration);
  }

  /** `namespace.Class`. @see "Type Class", forName(fullyQualifiedName), Apex Reference Guide */
  private inNamespace(lower: string): RuntimeType | undefined {
    const { namespacePrefix: prefix } = this;
    return prefix !== null && lower.startsWith(prefix) ? this.userType(lower.slice(prefix.length)) : undefined;
  }
}

function typeOfDeclaration(declaration: PlatformTypeDeclaration): RuntimeType | undefined {
  if (declaration.kind === 'enum') {
    return platformEnumType(`${declaration.namespace}.${declaration.name}`) as RuntimeType | undefined;
  }
  const parameters = declaration.typeParameters?.length ?? 0;
  return platformRuntimeType(
    declaration,
    Array.from({ length: parameters }, () => BUILT_IN_TYPES.get('object')!)
  );
}

function platformDeclaration(name: string): PlatformTypeDeclaration | undefined {
  const lower = name.toLowerCase();
  const named = (candidate: PlatformTypeDeclaration, qualified: string): boolean =>
    `${candidate.namespace}.${candidate.name}`.toLowerCase() === qualified;
  const all = platformTypes();
  return (
    all.find((candidate) => named(candidate, lower)) ??
    all.find((candidate) => named(candidate, `system.${lower}`)) ??
    all.find((candidate) => named(candidate, `schema.${lower}`))
  );
}

function split(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '<') depth += 1;
    if (character === '>') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
