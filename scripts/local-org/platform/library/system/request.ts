import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { transaction, type Transaction } from '../../../transaction/transaction';
import { platformEnumValue } from '../../../declarations/platform-enum';

definePlatformType({
  namespace: 'System',
  name: 'Quiddity',
  kind: 'enum',
  constants: [
    'ANONYMOUS',
    'AURA',
    'BATCH_ACS',
    'BATCH_APEX',
    'BATCH_CHUNK_PARALLEL',
    'BATCH_CHUNK_SERIAL',
    'BULK_API',
    'COMMERCE_INTEGRATION',
    'DISCOVERABLE_LOGIN',
    'EXTERNAL_SERVICE_CALLBACK',
    'FUNCTION_CALLBACK',
    'FUTURE',
    'INBOUND_EMAIL_SERVICE',
    'INVOCABLE_ACTION',
    'IOT',
    'PLATFORM_EVENT_PUBLISH_CALLBACK',
    'POST_INSTALL_SCRIPT',
    'QUEUEABLE',
    'QUICK_ACTION',
    'REMOTE_ACTION',
    'REST',
    'RUNTEST_ASYNC',
    'RUNTEST_DEPLOY',
    'RUNTEST_SYNC',
    'SCHEDULED',
    'SOAP',
    'SYNCHRONOUS',
    'TRANSACTION_FINALIZER_QUEUEABLE',
    'UNDEFINED',
    'VF'
  ],
  documentation: 'Quiddity Enum, Apex Reference Guide'
});

/** `System.Request`: the transaction as Apex sees it. */
class ApexRequest {
  readonly transaction: Transaction;

  constructor(current: Transaction) {
    this.transaction = current;
  }
}

/** What the local org calls its own calls is no kind of request that Apex knows. */
function quiddity({ transaction: current }: ApexRequest): unknown {
  if (current.kind === 'EVENT_TRIGGER') throw new NotModeled('Request.getQuiddity in a platform event trigger');
  return platformEnumValue('System.Quiddity', current.kind === 'TOOLING' ? 'UNDEFINED' : current.kind);
}

definePlatformType({
  namespace: 'System',
  name: 'Request',
  kind: 'class',
  javaScriptClass: ApexRequest,
  documentation: 'Request Class, Apex Reference Guide',
  members: {
    'static Request getCurrent()': () => new ApexRequest(transaction()),
    'System.Quiddity getQuiddity()': quiddity,
    'String getRequestId()': (self: ApexRequest) => self.transaction.requestId
  }
});
