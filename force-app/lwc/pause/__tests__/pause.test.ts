import { Pause } from 'c/pause';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('acts once, when nothing has happened for a while', () => {
  const action = jest.fn();
  const pause = new Pause(100, action);
  pause.begin();
  jest.advanceTimersByTime(80);
  pause.begin();
  jest.advanceTimersByTime(80);
  expect(action).not.toHaveBeenCalled();
  jest.advanceTimersByTime(20);
  expect(action).toHaveBeenCalledTimes(1);
});

it('does nothing once it has ended', () => {
  const action = jest.fn();
  const pause = new Pause(100, action);
  pause.begin();
  pause.end();
  jest.advanceTimersByTime(200);
  expect(action).not.toHaveBeenCalled();
});
