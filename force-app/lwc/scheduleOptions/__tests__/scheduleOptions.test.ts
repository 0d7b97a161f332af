import ScheduleOptions from 'c/scheduleOptions';
import { all, clear, show, textOf } from '../../runs/__tests__/fixtures';
import { actionsOf, draftWith, send } from '../../wizardState/__tests__/fixtures';

type Box = HTMLElement & { name: string; value: string; options: { label: string; value: string }[] };
const options = (changes: object = {}) => show('c-schedule-options', ScheduleOptions, { draft: draftWith(changes) });
const boxes = (element: HTMLElement): Box[] => all<Box>(element, 'lightning-combobox');

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') }));
afterEach(() => {
  clear();
  jest.useRealTimers();
});

describe('c-schedule-options', () => {
  it('asks for what the schedule takes, and no more', async () => {
    const names = (scheduleKind: string): string[] => boxes(options({ scheduleKind })).map(({ name }) => name);
    expect(names('Manual')).toEqual(['kind']);
    expect(names('Hourly')).toEqual(['kind']);
    expect(names('Daily')).toEqual(['kind', 'hour']);
    expect(names('Weekly')).toEqual(['kind', 'day', 'hour']);
    const [kind, day, hour] = boxes(options({ scheduleKind: 'Weekly', scheduleHour: 7, scheduleDay: 2 }));
    expect([kind.value, day.value, hour.value]).toEqual(['Weekly', '2', '7']);
    expect(hour.options[7]).toEqual({ label: '07:00 UTC', value: '7' });
    expect(day.options[1]).toEqual({ label: 'Tuesday', value: '2' });
  });

  it('says when it is due next, and that the refresh starts at nine', () => {
    const text = textOf(options());
    expect(text).toContain('Next run: Nov 23, 2026, 9:00 AM UTC');
    expect(text).toContain('WalkMe starts to refresh its reports at 09:00 UTC');
    expect(textOf(options({ scheduleHour: 11 }))).not.toContain('WalkMe starts');
    expect(textOf(options({ scheduleKind: 'Manual' }))).toContain('only when somebody chooses Run now');
  });

  it('takes every choice', async () => {
    const element = options({ scheduleKind: 'Weekly' });
    const actions = actionsOf(element);
    const [kind, day, hour] = boxes(element);
    send(kind, 'change', { value: 'Hourly' });
    send(day, 'change', { value: '5' });
    send(hour, 'change', { value: '0' });
    expect(actions).toEqual([
      { type: 'optionsChanged', changes: { scheduleKind: 'Hourly' } },
      { type: 'optionsChanged', changes: { scheduleDay: 5 } },
      { type: 'optionsChanged', changes: { scheduleHour: 0 } }
    ]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
