/** What emitted scripts ask for once, when a program is linked; `$` in emitted code. */
import type { ObjectDefinition, SchemaModel } from '../../schema/model';
import type { SoqlQuery } from '../../soql/ast';
import { implementationFor, platformTypes, type Implementation } from '../../declarations/define';
import { Decimal } from '../../values/decimal';
import { ApexDouble } from '../../values/double';
import { enumConstant } from '../../values/enum-value';
import { ApexType } from '../../platform/library/system/type';
import { apexHost } from './host';
import { operators } from './operators';
import type { RuntimeType } from './runtime-type';
import type { TypeReader } from './type-descriptor';

/** Resolves the constants of scripts for one program. */
export class Linker {
  readonly operators = operators;
  readonly classOf: (name: string) => unknown;
  private readonly types: TypeReader;
  private readonly schema: SchemaModel;
  private readonly implementations = new Map<string, Readonly<Record<string, Implementation>>>();

  constructor(types: TypeReader, schema: SchemaModel, classOf: (name: string) => unknown) {
    this.types = types;
    this.schema = schema;
    this.classOf = classOf;
    for (const { namespace, name, members } of platformTypes()) {
      if (members) this.implementations.set(`${namespace}.${name}`, members);
    }
  }

  type(descriptor: string): RuntimeType {
    return this.types.read(descriptor);
  }

  /** The code behind a platform member, as a class of this API version gets it. */
  implementation(qualifiedName: string, key: string, apiVersion: number): Implementation {
    return implementationFor(this.implementations.get(qualifiedName)?.[key] ?? null, apiVersion);
  }

  object(name: string): ObjectDefinition {
    const object = this.schema.object(name);
    if (!object) throw new Error(`A compiled script names the object ${name}, which does not exist.`);
    return object;
  }

  /** `Account.SObjectType`. */
  objectToken(name: string): object {
    return apexHost().objectToken(name);
  }

  /** `Account.Name` as a token. */
  fieldToken(objectName: string, fieldName: string): object {
    return apexHost().fieldToken(objectName, fieldName);
  }

  decimal(text: string): Decimal {
    return Decimal.literal(text);
  }

  double(text: string): ApexDouble {
    return new ApexDouble(Number(text));
  }

  /** `Foo.class`. */
  typeLiteral(descriptor: string): ApexType {
    return new ApexType(this.types.read(descriptor));
  }

  enumConstant(descriptor: string, name: string): unknown {
    const type = this.types.read(descriptor);
    const constant = enumConstant(type, name);
    if (!constant) throw new Error(`The enum ${type.name} has no constant ${name}.`);
    return constant;
  }

  queryPlan(query: SoqlQuery): SoqlQuery {
    return query;
  }
}
