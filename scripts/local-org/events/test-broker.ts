/** `Test.getEventBus()`. @see "TestBroker Class", EventBus Namespace, Apex Reference Guide */
import { definePlatformType, extendPlatformType } from '../declarations/define';
import { transaction } from '../transaction/transaction';
import { TypeException } from '../values/exceptions';

class TestBroker {
  deliver(): void {
    const current = transaction();
    current.org.events.deliverInTest(current.parentTest ?? current);
  }

  fail(): void {
    const current = transaction();
    current.org.events.failInTest(current.parentTest ?? current);
  }
}

function brokerOfTest(): TestBroker {
  if (!transaction().isTest) throw new TypeException('Test methods may only be called from a test');
  return new TestBroker();
}

definePlatformType({
  namespace: 'EventBus',
  name: 'TestBroker',
  kind: 'class',
  javaScriptClass: TestBroker,
  documentation: 'Apex Reference Guide, EventBus.TestBroker Class',
  members: {
    'void deliver()': (broker: TestBroker) => broker.deliver(),
    'void fail()': (broker: TestBroker) => broker.fail()
  }
});

extendPlatformType('System.Test', {
  'static EventBus.TestBroker getEventBus()': brokerOfTest
});
