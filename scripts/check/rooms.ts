import { cruise } from './dependency-cruiser';
import type { Gate } from './gate';
import { upwardServices } from './org-services';

/** The rooms of the tooling; what each may import is said in `config/rooms.json`. */
export const rooms: Gate = {
  name: 'rooms: scripts',
  purpose: 'Rooms of the tooling import in one direction, and by their doors.',
  async run(directory) {
    const { problems } = await cruise(directory, 'rooms.config.mjs', { in: '', folder: 'scripts' });
    return { problems: [...problems, ...upwardServices(directory)] };
  }
};
