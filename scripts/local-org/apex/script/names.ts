/** Names in emitted JavaScript. Apex identifiers hold no `$`, so a `$` keeps them apart from the compiler's own. */
import type {
  ClassSymbol,
  ConstructorSymbol,
  FieldSymbol,
  MethodSymbol,
  ParameterSymbol
} from '../symbols/class-symbols';

/**
 * The JavaScript method of an Apex method. Overrides have the name of what they override; a private method that cannot
 * be overridden carries its class, so that one of the same name in a subclass does not.
 */
export function methodName(method: MethodSymbol): string {
  const name = `${method.name.toLowerCase()}$${parameterSuffix(method.parameters)}`;
  const isOwn = method.access === 'private' && !method.isVirtual && !method.isOverride && !method.isAbstract;
  return isOwn && !method.isStatic ? `${name}$$${classSuffix(method.owner)}` : name;
}

/** The method that initialises an instance: the constructor's body. */
export function constructorName(owner: ClassSymbol, constructor: ConstructorSymbol | null): string {
  return `$c$${classSuffix(owner)}$${parameterSuffix(constructor?.parameters ?? [])}`;
}

/** The methods that run a class's own field initialisers and initialiser blocks, one each, numbered. */
export function initializerPrefix(owner: ClassSymbol, isStatic: boolean): string {
  return `${isStatic ? '$j' : '$i'}$${classSuffix(owner)}$`;
}

/** The JavaScript property that stores a field's value; beside it, a property's accessors have the plain name. */
export function storageName(field: FieldSymbol): string {
  return field.property && !field.property.isPlain ? storageBehind(field.javaScriptName) : field.javaScriptName;
}

/** Where the value behind a property with accessors is kept. */
export function storageBehind(accessor: string): string {
  return `$v$${accessor}`;
}

/** The JavaScript accessor of a property. */
export function accessorName(field: FieldSymbol): string {
  return field.javaScriptName;
}

function parameterSuffix(parameters: readonly ParameterSymbol[]): string {
  return parameters
    .map(({ type }) => type.name.replace(/\W+/g, '_'))
    .join('$')
    .toLowerCase();
}

function classSuffix(symbol: ClassSymbol): string {
  return symbol.fullName.replace(/\W/g, '_');
}
