import { Question, type Answer } from 'c/question';
import { later } from '../../wizardState/__tests__/fixtures';

function ask() {
  const shown: Answer<string>[] = [];
  return { shown, question: new Question<string>((answer) => shown.push(answer)) };
}

it('waits, then answers', async () => {
  const { shown, question } = ask();
  await expect(question.ask(() => Promise.resolve('yes'))).resolves.toBe('yes');
  expect(shown).toEqual([{ value: undefined, isPending: true }, { value: 'yes' }]);
});

it('tells a failure in words', async () => {
  const { shown, question } = ask();
  await question.ask(() => Promise.reject({ body: { message: 'The API is down.' } }));
  expect(shown[1]).toEqual({ problem: { message: 'The API is down.' } });
});

it('drops the answer to a question that was asked anew', async () => {
  const { shown, question } = ask();
  const slow = later<string>();
  const first = question.ask(() => slow.promise);
  await question.ask(() => Promise.resolve('second'));
  slow.answer('first');
  await expect(first).resolves.toBeUndefined();
  expect(shown.at(-1)).toEqual({ value: 'second' });
});

it('keeps the answer before in view where that is wanted', async () => {
  const { shown, question } = ask();
  await question.ask(() => Promise.resolve('old'));
  await question.ask(() => Promise.resolve('new'), true);
  expect(shown[2]).toEqual({ value: 'old', isPending: true });
});

it('has nothing to show when there is nothing to ask', async () => {
  const { shown, question } = ask();
  const slow = later<string>();
  const asked = question.ask(() => slow.promise);
  question.drop();
  slow.answer('late');
  await asked;
  expect(shown.at(-1)).toEqual({});
});
