import { callApex } from './apex-endpoint';
import { orgWith } from './testing/fixtures';

describe('calling an Apex method', () => {
  it('passes class, method and parameters, and wraps what comes back', async () => {
    const call = jest.fn().mockReturnValue([1, 2]);
    expect(await callApex(orgWith({ callApex: call }), 'Controller.act', { id: '1' })).toEqual({
      status: 200,
      body: { returnValue: [1, 2] }
    });
    expect(call).toHaveBeenCalledWith('Controller', 'act', { id: '1' });
  });

  it('answers null where Apex returns nothing', async () => {
    const org = orgWith({ callApex: () => undefined });
    expect((await callApex(org, 'Controller.act', null)).body).toEqual({ returnValue: null });
  });

  // LWC Developer Guide, "Handle Server Errors": body.message, body.exceptionType, body.stackTrace with status 500
  it('gives an exception the shape that the platform gives it', async () => {
    const failure = Object.assign(new Error('It is paused.'), {
      exceptionType: 'System.AuraHandledException',
      stackTrace: 'Class.Controller.act: line 3, column 1'
    });
    const org = orgWith({
      callApex: () => {
        throw failure;
      }
    });
    expect(await callApex(org, 'Controller.act', {})).toEqual({
      status: 500,
      body: {
        message: 'It is paused.',
        exceptionType: 'System.AuraHandledException',
        stackTrace: 'Class.Controller.act: line 3, column 1',
        isUserDefinedException: false
      }
    });
  });

  it('tells a fault of the local org as such, on the page and in the terminal', async () => {
    const complain = jest.spyOn(console, 'error').mockImplementation();
    const org = orgWith({
      callApex: () => {
        throw new Error('NotModeled: Approval.process');
      }
    });
    const answer = await callApex(org, 'Controller.act', {});
    expect(answer).toEqual({ status: 500, body: { message: 'NotModeled: Approval.process' } });
    expect(complain).toHaveBeenCalledWith('Controller.act failed in the local org:', expect.any(Error));
    complain.mockRestore();
  });
});
