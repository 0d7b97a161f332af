/** What is deployed, and what hears of it. */
import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { transaction } from '../../../transaction/transaction';
import { AsyncException } from '../../../values/exceptions';
import type { ApexList } from '../../../values/list';
import { newList } from '../../../declarations/platform-lists';
import type { MetadataComponent } from './types';

class DeployContainer {
  readonly components: ApexList = newList('Metadata.Metadata');
}

/** Tests extend it: "Testing Metadata Deployments", Apex Developer Guide. */
class DeployCallbackContext {}

class Operations {}

definePlatformType({
  namespace: 'Metadata',
  name: 'DeployContainer',
  kind: 'class',
  javaScriptClass: DeployContainer,
  documentation: 'DeployContainer Class, Apex Reference Guide',
  members: {
    'new()': () => new DeployContainer(),
    'void addMetadata(Metadata.Metadata md)': ({ components }: DeployContainer, added: MetadataComponent | null) => {
      components.items.push(added);
    },
    'List<Metadata.Metadata> getMetadata()': ({ components }: DeployContainer) => components
  }
});

definePlatformType({
  namespace: 'Metadata',
  name: 'DeployCallbackContext',
  kind: 'class',
  extensible: true,
  javaScriptClass: DeployCallbackContext,
  documentation: 'DeployCallbackContext Class, Apex Reference Guide',
  members: {
    'new()': () => new DeployCallbackContext(),
    'Id getCallbackJobId()': () => null
  }
});

definePlatformType({
  namespace: 'Metadata',
  name: 'DeployCallback',
  kind: 'interface',
  documentation: 'DeployCallback Interface, Apex Reference Guide',
  members: { 'void handleResult(Metadata.DeployResult result, Metadata.DeployCallbackContext context)': null }
});

definePlatformType({
  namespace: 'Metadata',
  name: 'Operations',
  kind: 'class',
  javaScriptClass: Operations,
  documentation: 'Operations Class, Apex Reference Guide',
  members: {
    'static Id enqueueDeployment(Metadata.DeployContainer container, Metadata.DeployCallback callback)': () => {
      if (transaction().isTest) throw new AsyncException('Metadata cannot be deployed from within a test');
      throw new NotModeled('Metadata.Operations.enqueueDeployment outside tests');
    }
  }
});
