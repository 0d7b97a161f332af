import { CurrentPageReference } from 'lightning/navigation';
import type { TestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import IntegrationCenter from 'c/integrationCenter';
import { clear, one, settle, show } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/schema/Integration__c', () => ({ default: { objectApiName: 'demo__Integration__c' } }), {
  virtual: true
});
jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  const Navigate = Symbol('Navigate');
  return {
    CurrentPageReference: createTestWireAdapter(() => {}),
    NavigationMixin: Object.assign((base: object) => base, { Navigate })
  };
});
jest.mock('c/integrationStore');

// jsdom has no layout to scroll in
Element.prototype.scrollIntoView = jest.fn();

afterEach(clear);

it('takes what the address says under the namespace of the package that it was installed with', async () => {
  const element = show('c-integration-center', IntegrationCenter, {});
  const state = { c__view: 'new', demo__view: 'log', demo__integration: 'id', demo__run: 'run' };
  (CurrentPageReference as unknown as TestWireAdapter).emit({ type: 'standard__navItemPage', attributes: {}, state });
  await settle();
  expect(one(element, 'c-integrations-page')).toMatchObject({ logId: 'id', runId: 'run' });
});
