/** The platform's exception types and their methods. @see "Exception Methods", Apex Reference Guide */
import { definePlatformType, type Implementation } from '../../declarations/define';
import { NotModeled } from '../../values/not-modeled';
import { ApexException } from '../../values/exception';
import { DmlException, EmailException } from '../../values/dml-exception';
import { platformExceptions, type ExceptionClass } from '../../values/exceptions';
import { platformEnumValue } from '../../declarations/platform-enum';
import { required } from '../../declarations/arguments';
import { newList } from '../../declarations/platform-lists';

function constructors(type: ExceptionClass): Record<string, Implementation> {
  return {
    'new()': () => new type(),
    'new(String message)': (message: string | null) => new type(message),
    'new(Exception cause)': (cause: ApexException | null) => new type(null, cause),
    'new(String message, Exception cause)': (message: string | null, cause: ApexException | null) =>
      new type(message, cause)
  };
}

const dmlMembers: Record<string, Implementation> = {
  'Integer getNumDml()': (self: DmlException) => self.rows.length,
  'List<String> getDmlFieldNames(Integer index)': (self: DmlException, index: number | null) =>
    newList('String', [...self.row(required(index, 1)).fields]),
  'List<Schema.SObjectField> getDmlFields(Integer index)': (self: DmlException, index: number | null) =>
    newList('Schema.SObjectField', [...self.row(required(index, 1)).fieldTokens]),
  'String getDmlId(Integer index)': (self: DmlException, index: number | null) => self.row(required(index, 1)).id,
  'Integer getDmlIndex(Integer index)': (self: DmlException, index: number | null) =>
    self.row(required(index, 1)).index,
  'String getDmlMessage(Integer index)': (self: DmlException, index: number | null) =>
    self.row(required(index, 1)).message,
  'String getDmlStatusCode(Integer index)': (self: DmlException, index: number | null) =>
    self.row(required(index, 1)).statusCode,
  'System.StatusCode getDmlType(Integer index)': (self: DmlException, index: number | null) =>
    platformEnumValue('System.StatusCode', self.row(required(index, 1)).statusCode)
};

/**
 * Code may ask any exception for what only one of DML answers, and override it; what another one answers is not
 * documented.
 */
function ofAnyException(members: Record<string, Implementation>): Record<string, Implementation> {
  return Object.fromEntries(
    Object.entries(members).map(([signature, read]) => [
      signature,
      (self: ApexException, ...values: unknown[]) => {
        if ('rows' in self) return read?.(self, ...values);
        throw new NotModeled(`${signature} of a ${self.getTypeName()}`);
      }
    ])
  );
}

definePlatformType({
  namespace: 'System',
  name: 'Exception',
  kind: 'class',
  extensible: true,
  javaScriptClass: ApexException,
  documentation: 'Exception Class and Built-In Exceptions, Apex Reference Guide',
  members: {
    'Exception getCause()': (self: ApexException) => self.getCause(),
    'Integer getLineNumber()': (self: ApexException) => self.getLineNumber(),
    'String getMessage()': (self: ApexException) => self.apexVisibleMessage(),
    'String getStackTraceString()': (self: ApexException) => self.getStackTraceString(),
    'String getTypeName()': (self: ApexException) => self.getTypeName(),
    'void initCause(Exception cause)': (self: ApexException, cause: ApexException | null) => self.initCause(cause),
    'void setMessage(String s)': (self: ApexException, message: string | null) => self.setMessage(message),
    ...ofAnyException(dmlMembers)
  }
});

for (const [qualifiedName, type] of platformExceptions()) {
  const name = (type as unknown as typeof ApexException).apexTypeName;
  const dot = name.indexOf('.');
  definePlatformType({
    namespace: name.slice(0, dot),
    name: name.slice(dot + 1),
    kind: 'class',
    extends: 'Exception',
    javaScriptClass: type,
    documentation: `Exception Class and Built-In Exceptions, Apex Reference Guide (${qualifiedName})`,
    members: constructors(type)
  });
}

for (const type of [DmlException, EmailException]) {
  definePlatformType({
    namespace: 'System',
    name: type.apexTypeName.slice('System.'.length),
    kind: 'class',
    extends: 'Exception',
    javaScriptClass: type,
    documentation: 'DMLException and EmailException Methods, Apex Reference Guide',
    members: { ...constructors(type), ...dmlMembers }
  });
}
