/**
 * The Metadata namespace as far as it is plain data: components, the container of a deployment and what it leads to. A
 * new object's lists are empty where the guide's examples or public tests add to them at once.
 * @see "Metadata Namespace", Apex Reference Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_Metadata.htm)
 */
import { definePlatformType } from '../../../declarations/define';
import { DataObject, defineDataType } from '../data-type';
import { newList } from '../../../declarations/platform-lists';

const NAMESPACE = 'Metadata';

/** Component of any kind. */
export class MetadataComponent extends DataObject {}
class CustomMetadata extends MetadataComponent {}
class CustomMetadataValue extends DataObject {}
class DeployDetails extends DataObject {}
class DeployMessage extends DataObject {}
class DeployResult extends DataObject {}

definePlatformType({
  namespace: NAMESPACE,
  name: 'DeployStatus',
  kind: 'enum',
  constants: ['Canceled', 'Canceling', 'Failed', 'InProgress', 'Pending', 'Succeeded', 'SucceededPartial'],
  documentation: 'DeployStatus Enum, Apex Reference Guide'
});

definePlatformType({
  namespace: NAMESPACE,
  name: 'DeployProblemType',
  kind: 'enum',
  constants: ['Error', 'Info', 'Warning'],
  documentation: 'DeployProblemType Enum, Apex Reference Guide'
});

defineDataType({
  namespace: NAMESPACE,
  name: 'Metadata',
  access: 'fields',
  properties: { fullName: 'String' },
  isConstructible: false,
  javaScriptClass: MetadataComponent,
  documentation: 'Metadata Class, Apex Reference Guide'
});

defineDataType({
  namespace: NAMESPACE,
  name: 'CustomMetadataValue',
  access: 'fields',
  properties: { field: 'String', value: 'Object' },
  javaScriptClass: CustomMetadataValue,
  documentation: 'CustomMetadataValue Class, Apex Reference Guide'
});

defineDataType({
  namespace: NAMESPACE,
  name: 'CustomMetadata',
  extends: 'Metadata.Metadata',
  access: 'fields',
  properties: {
    description: 'String',
    label: 'String',
    protected_x: 'Boolean',
    values: 'List<Metadata.CustomMetadataValue>'
  },
  isConstructible: false,
  javaScriptClass: CustomMetadata,
  documentation: 'CustomMetadata Class, Apex Reference Guide',
  members: {
    'new()': () => {
      const made = new CustomMetadata();
      made.write('values', newList('Metadata.CustomMetadataValue'));
      return made;
    }
  }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'DeployMessage',
  access: 'fields',
  properties: {
    changed: 'Boolean',
    columnNumber: 'Integer',
    componentType: 'String',
    created: 'Boolean',
    createdDate: 'Datetime',
    deleted: 'Boolean',
    fileName: 'String',
    fullName: 'String',
    id: 'String',
    lineNumber: 'Integer',
    problem: 'String',
    problemType: 'Metadata.DeployProblemType',
    success: 'Boolean'
  },
  javaScriptClass: DeployMessage,
  documentation: 'DeployMessage Class, Apex Reference Guide'
});

defineDataType({
  namespace: NAMESPACE,
  name: 'DeployDetails',
  access: 'fields',
  properties: {
    componentFailures: 'List<Metadata.DeployMessage>',
    componentSuccesses: 'List<Metadata.DeployMessage>'
  },
  isConstructible: false,
  javaScriptClass: DeployDetails,
  documentation: 'DeployDetails Class, Apex Reference Guide',
  members: {
    'new()': () => {
      const made = new DeployDetails();
      made.write('componentFailures', newList('Metadata.DeployMessage'));
      made.write('componentSuccesses', newList('Metadata.DeployMessage'));
      return made;
    }
  }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'DeployResult',
  access: 'fields',
  properties: {
    canceledBy: 'String',
    canceledByName: 'String',
    checkOnly: 'Boolean',
    completedDate: 'Datetime',
    createdBy: 'String',
    createdByName: 'String',
    createdDate: 'Datetime',
    details: 'Metadata.DeployDetails',
    done: 'Boolean',
    errorMessage: 'String',
    id: 'String',
    ignoreWarnings: 'Boolean',
    lastModifiedDate: 'Datetime',
    messages: 'List<Metadata.DeployMessage>',
    numberComponentErrors: 'Integer',
    numberComponentsDeployed: 'Integer',
    numberComponentsTotal: 'Integer',
    numberTestErrors: 'Integer',
    numberTestsCompleted: 'Integer',
    numberTestsTotal: 'Integer',
    rollbackOnError: 'Boolean',
    runTestsEnabled: 'Boolean',
    startDate: 'Datetime',
    stateDetail: 'String',
    status: 'Metadata.DeployStatus',
    success: 'Boolean'
  },
  javaScriptClass: DeployResult,
  documentation: 'DeployResult Class, Apex Reference Guide'
});
