import { NotModeled } from '../../values/not-modeled';
import { definePlatformType, type Implementation, type PlatformTypeDeclaration } from '../../declarations/define';

/** An object of the platform that only holds properties. */
export class DataObject {
  readonly properties = new Map<string, unknown>();

  read(name: string): unknown {
    return this.properties.get(name) ?? null;
  }

  write(name: string, value: unknown): void {
    this.properties.set(name, value);
  }

  /** In which order the platform writes the properties of its classes is documented for few of them. */
  toJsonValue(): unknown {
    throw new NotModeled(`a ${this.constructor.name} as JSON`);
  }
}

/** Declaration of a type that only holds properties. */
export interface DataTypeDeclaration {
  readonly namespace: string;
  readonly name: string;
  /** Type of each property by its name. */
  readonly properties: Readonly<Record<string, string>>;
  /** Properties as fields, as `getX()`/`setX(value)` methods, or both. */
  readonly access: 'fields' | 'methods' | 'both';
  readonly extends?: string;
  readonly implements?: readonly string[];
  readonly documentation?: string;
  readonly javaScriptClass: new () => DataObject;
  /** Further members. */
  readonly members?: Readonly<Record<string, Implementation>>;
  /** Whether Apex may make one. */
  readonly isConstructible?: boolean;
}

/** Declares a type that only holds properties, with a constructor without parameters. */
export function defineDataType(declaration: DataTypeDeclaration): PlatformTypeDeclaration {
  const { properties, access, isConstructible = true, javaScriptClass } = declaration;
  const members: Record<string, Implementation> = isConstructible ? { 'new()': () => new javaScriptClass() } : {};
  for (const [name, type] of Object.entries(properties)) {
    if (access !== 'methods') Object.assign(members, fieldMembers(name, type));
    if (access !== 'fields') Object.assign(members, accessorMembers(name, type));
  }
  return definePlatformType({
    namespace: declaration.namespace,
    name: declaration.name,
    kind: 'class',
    extends: declaration.extends,
    implements: declaration.implements,
    javaScriptClass,
    documentation: declaration.documentation,
    members: { ...members, ...declaration.members }
  });
}

function fieldMembers(name: string, type: string): Record<string, Implementation> {
  return {
    [`get ${type} ${name}`]: (self: DataObject) => self.read(name),
    [`set ${type} ${name}`]: (self: DataObject, value: unknown) => self.write(name, value)
  };
}

function accessorMembers(name: string, type: string): Record<string, Implementation> {
  const suffix = name[0].toUpperCase() + name.slice(1);
  return {
    [`${type} ${type === 'Boolean' ? 'is' : 'get'}${suffix}()`]: (self: DataObject) => self.read(name),
    [`void set${suffix}(${type} value)`]: (self: DataObject, value: unknown) => self.write(name, value)
  };
}
