import { problemOf } from 'c/problems';

describe('the words of an error', () => {
  it('are those of the Apex exception, with its type and stack as details', () => {
    const body = {
      message: 'It is paused.',
      exceptionType: 'System.AuraHandledException',
      stackTrace: 'Class.A: line 3'
    };
    expect(problemOf({ body })).toEqual({
      message: 'It is paused.',
      details: 'System.AuraHandledException\nClass.A: line 3'
    });
  });

  it('are all messages of a list', () => {
    expect(problemOf({ body: [{ message: 'One.' }, { message: 'Two.' }] })).toEqual({ message: 'One. Two.' });
  });

  it('are those of an error of the page itself', () => {
    expect(problemOf(new Error('Broken.'))).toEqual({ message: 'Broken.' });
  });

  it('say so when there are none', () => {
    expect(problemOf(undefined).message).toBe('Something went wrong, and no reason was given.');
  });
});
