/** The platform types known to one compilation, with their members parsed on first use. */
import {
  parseMemberSignature,
  parseSignatureType,
  type MemberSignature,
  type PlatformTypeDeclaration,
  type SignatureType
} from '../../declarations/define';
import { T, type Type, type TypeTable } from './types';

/** One member, its types resolved; type parameters of the owner are still parameters. */
export interface PlatformMember {
  readonly owner: PlatformEntry;
  /** The signature string under which the declaration holds the implementation. */
  readonly key: string;
  readonly kind: MemberSignature['kind'];
  readonly name: string;
  readonly isStatic: boolean;
  readonly returnType: Type;
  readonly parameters: readonly Type[];
}

/** One declared platform type. */
export class PlatformEntry {
  readonly declaration: PlatformTypeDeclaration;
  /** `Schema.SObjectField`. */
  readonly qualifiedName: string;
  private readonly table: PlatformTable;
  private members: Map<string, PlatformMember[]> | undefined;
  private parents: Type[] | undefined;

  constructor(table: PlatformTable, declaration: PlatformTypeDeclaration) {
    this.table = table;
    this.declaration = declaration;
    this.qualifiedName = `${declaration.namespace}.${declaration.name}`;
  }

  /** Members of this type alone, by lower-case name (`new` for constructors). */
  membersNamed(name: string): readonly PlatformMember[] {
    this.members ??= this.readMembers();
    return this.members.get(name.toLowerCase()) ?? [];
  }

  /** Super class and interfaces. */
  get supertypes(): readonly Type[] {
    const { extends: superclass, implements: interfaces } = this.declaration;
    this.parents ??= [...(superclass ? [superclass] : []), ...(interfaces ?? [])].map((text) =>
      this.table.signatureType(parseSignatureType(text), this)
    );
    return this.parents;
  }

  /** The constant of this name in platform spelling, for an enum. */
  constant(name: string): string | undefined {
    const lower = name.toLowerCase();
    return this.declaration.constants?.find((constant) => constant.toLowerCase() === lower);
  }

  private readMembers(): Map<string, PlatformMember[]> {
    const members = new Map<string, PlatformMember[]>();
    for (const key of Object.keys(this.declaration.members ?? {})) {
      const member = this.readMember(key);
      const name = member.name.toLowerCase();
      const named = members.get(name);
      if (named) named.push(member);
      else members.set(name, [member]);
    }
    return members;
  }

  private readMember(key: string): PlatformMember {
    const signature = parseMemberSignature(key);
    return {
      owner: this,
      key,
      kind: signature.kind,
      name: signature.name,
      isStatic: signature.isStatic,
      returnType: this.table.signatureType(signature.returnType, this),
      parameters: signature.parameters.map((parameter) => this.table.signatureType(parameter.type, this))
    };
  }
}

/** Finds platform types by name. */
export class PlatformTable {
  private readonly types: TypeTable;
  private readonly byQualifiedName = new Map<string, PlatformEntry>();
  private readonly namespaces = new Set<string>();
  /** Resolves a sObject name that a signature mentions (`User`, `Account`). */
  private readonly sobjectType: (name: string) => Type | undefined;

  constructor(
    declarations: readonly PlatformTypeDeclaration[],
    types: TypeTable,
    sobjectType: (name: string) => Type | undefined
  ) {
    this.types = types;
    this.sobjectType = sobjectType;
    for (const declaration of declarations) {
      const entry = new PlatformEntry(this, declaration);
      this.byQualifiedName.set(entry.qualifiedName.toLowerCase(), entry);
      this.namespaces.add(declaration.namespace.toLowerCase());
    }
  }

  /** Makes a name one that may stand in front of types: the project's own namespace. */
  addNamespace(name: string): void {
    this.namespaces.add(name.toLowerCase());
  }

  isNamespace(name: string): boolean {
    return this.namespaces.has(name.toLowerCase());
  }

  /** `System.X` for an unqualified name, then `Schema.X`, which Apex also finds without its namespace. */
  find(name: string): PlatformEntry | undefined {
    const lower = name.toLowerCase();
    return (
      this.byQualifiedName.get(`system.${lower}`) ??
      this.byQualifiedName.get(`schema.${lower}`) ??
      this.byQualifiedName.get(lower)
    );
  }

  qualified(namespace: string, name: string): PlatformEntry | undefined {
    return this.byQualifiedName.get(`${namespace}.${name}`.toLowerCase());
  }

  /** A generic or plain System type that the compiler itself needs. */
  system(name: string, ...typeArguments: Type[]): Type {
    const entry = this.qualified('System', name);
    return entry ? this.types.platform(entry, typeArguments) : this.types.unmodeled(name);
  }

  /** Any platform type by qualified name. */
  type(namespace: string, name: string): Type {
    const entry = this.qualified(namespace, name);
    return entry ? this.types.platform(entry) : this.types.unmodeled(`${namespace}.${name}`);
  }

  listOf(element: Type): Type {
    return this.system('List', element);
  }

  /** The type of a signature written in the declaration of `owner`. */
  signatureType(signature: SignatureType, owner: PlatformEntry): Type {
    const { name } = signature;
    if (owner.declaration.typeParameters?.includes(name)) return this.types.parameter(name);
    if (name === 'void') return T.void;
    const typeArguments = signature.typeArguments.map((argument) => this.signatureType(argument, owner));
    return this.named(name, typeArguments, owner.declaration.namespace);
  }

  private named(name: string, typeArguments: Type[], namespace: string): Type {
    const lower = name.toLowerCase();
    if (lower !== 'null' && lower !== 'error' && lower in T) return T[lower as keyof typeof T];
    const entry = this.qualified(namespace, name) ?? this.find(name);
    if (entry) return this.types.platform(entry, typeArguments);
    return this.sobjectType(name) ?? this.types.unmodeled(name);
  }
}

/** Puts the type arguments of a generic type in the place of its parameters. */
export function substitute(type: Type, owner: Type, types: TypeTable): Type {
  if (type.kind === 'parameter') return argumentOf(type.name, owner) ?? type;
  if (type.typeArguments.length === 0 || !type.platform) return type;
  return types.platform(
    type.platform,
    type.typeArguments.map((argument) => substitute(argument, owner, types))
  );
}

function argumentOf(parameter: string, owner: Type): Type | undefined {
  const index = owner.platform?.declaration.typeParameters?.indexOf(parameter) ?? -1;
  return index < 0 ? undefined : owner.typeArguments[index];
}
