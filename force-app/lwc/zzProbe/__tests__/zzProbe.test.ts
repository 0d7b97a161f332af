import { createElement } from 'lwc';
import ZzProbe from 'c/zzProbe';
import list from '@salesforce/apex/IntegrationController.getIntegrations';
import type { TestWireAdapter } from '@salesforce/sfdx-lwc-jest';
jest.mock('@salesforce/apex/IntegrationController.getIntegrations', () => {
  const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
  return { default: createApexTestWireAdapter(jest.fn()) };
}, { virtual: true });
jest.mock('lightning/modal', () => ({ default: class {} }), { virtual: true });
it('works', async () => {
  const element = createElement('c-zz-probe', { is: ZzProbe });
  document.body.appendChild(element);
  (list as unknown as TestWireAdapter<string[]>).emit(['a', 'b', 'c']);
  await Promise.resolve();
  expect(element.shadowRoot?.querySelector('p')?.textContent).toBe('3');
  expect((list as unknown as TestWireAdapter<string[]>).getLastConfig()).toEqual({ id: 'x' });
});
