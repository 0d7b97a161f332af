import { CLOCK_SHIFT } from './clock';
import { shiftClock } from './shift-clock';

// Loaded ahead of the app.
shiftClock(Number(process.env[CLOCK_SHIFT]));
