import { endUserId, person } from './people';
import { SampleRandom } from './random';

/** A table to be written as CSV: the header row first. */
export type SampleTable = (string | number)[][];

const CONTACTS = 500;
const ONBOARDING_STEPS = 12;
const TITLES = ['Account executive', 'Service agent', 'Operations manager', 'Analyst', 'Team lead'];
const PLACES = [
  ['France', 'Île-de-France', 'Paris'],
  ['Germany', 'Bayern', 'München'],
  ['United States', 'California', 'San Francisco'],
  ['Japan', 'Tokyo', 'Tokyo']
];
const COMMENTS = [
  '',
  'Easy to follow',
  'The guide helped me, "step by step"',
  'Too many pop-ups, please fewer',
  'Good\nbut slow on Mondays',
  'Très utile'
];

/** The contacts of the sample org. Two share an end user ID with another one, so that a row can find several. */
export function contacts(): SampleTable {
  const random = new SampleRandom(1);
  const rows = numbers(1, CONTACTS).map((number) => {
    const { name, email, endUserId: id } = person(number);
    return [name, email, random.pick(TITLES), number > CONTACTS - 2 ? person(number - 2).endUserId : id];
  });
  return [['LastName', 'Email', 'Title', 'WalkMe_User_Id__c'], ...rows];
}

/** One row for each user who began onboarding; some are no contacts, some have no email, some cells are no numbers. */
export function onboardingProgress(): SampleTable {
  const random = new SampleRandom(2);
  const rows = numbers(1, 440).map((number) => {
    const { email, endUserId: id, account } = person(number + (number > 425 ? 600 : 0));
    const steps = random.between(0, ONBOARDING_STEPS);
    const share = random.oneIn(60) ? 'n/a' : ((100 * steps) / ONBOARDING_STEPS).toFixed(1);
    const lastStep = steps === 0 ? '' : date(random, 10);
    return [
      id,
      random.oneIn(50) ? '' : email,
      account,
      'First steps',
      steps,
      share,
      steps === ONBOARDING_STEPS ? 'Yes' : 'No',
      lastStep
    ];
  });
  const header = [
    'End User ID',
    'Email',
    'Account Name',
    'Onboarding Name',
    'Steps Completed',
    'Completion (%)',
    'Completed',
    'Last Step Date (UTC)'
  ];
  return [header, ...rows];
}

/** One row for each answer; some users answered twice, some were not signed in, some skipped the question. */
export function npsAnswers(): SampleTable {
  const random = new SampleRandom(3);
  const rows = numbers(1, 300).map((number) => {
    const { endUserId: id, account } = person(random.between(1, CONTACTS));
    const known = !random.oneIn(20);
    const day = date(random, 10);
    const answer = random.oneIn(40) ? 'Skipped' : random.between(0, 10);
    const comment = random.oneIn(60) ? 'A very long answer. '.repeat(15).trim() : random.pick(COMMENTS);
    return [
      known ? account : '',
      known ? id : endUserId(`visitor ${number}`),
      day,
      `${day} ${time(random)}`,
      'Quarterly NPS',
      '7001',
      'How likely are you to recommend us?',
      answer,
      comment
    ];
  });
  const header = [
    'Account Name',
    'End User ID',
    'Date (UTC)',
    'Question Date & Time (UTC)',
    'Survey Name',
    'Survey ID',
    'Question',
    'Answer',
    'Answer Freetext'
  ];
  return [header, ...rows];
}

/** One row for each end user WalkMe saw, whether the org knows them or not; nothing in it is wrong. */
export function featureUsage(): SampleTable {
  const random = new SampleRandom(4);
  const rows = numbers(1, 520).map((number) => {
    const sessions = random.between(1, 400);
    const average = random.between(20, 1800);
    const seen = `${date(random, 10)} ${time(random)}`;
    const level = sessions > 250 ? 'High' : sessions > 80 ? 'Medium' : 'Low';
    return [
      person(number).endUserId,
      date(random, 3),
      seen,
      sessions,
      average,
      sessions * average,
      level,
      ...random.pick(PLACES),
      random.pick(['Chrome', 'Edge', 'Firefox']),
      random.between(120, 131)
    ];
  });
  const header = [
    'End User ID',
    'First seen',
    'Last seen',
    'Total sessions',
    'Average session duration',
    'Total session duration',
    'Usage Level',
    'Country',
    'Region/State',
    'City',
    'Browser name',
    'Browser version'
  ];
  return [header, ...rows];
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function date(random: SampleRandom, month: number): string {
  return `2026-${String(month).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
}

function time(random: SampleRandom): string {
  return [random.between(0, 23), random.between(0, 59), random.between(0, 59)]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
