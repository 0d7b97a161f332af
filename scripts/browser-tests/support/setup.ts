import { TEST_PATIENCE } from './patience';

jest.setTimeout(TEST_PATIENCE);
