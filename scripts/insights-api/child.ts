import { type InsightsApiOptions, startInsightsApi } from './server';
import type { ChildMessage } from './spawn';

// The parent is gone when the channel is: nobody is left to serve.
process.on('disconnect', () => process.exit());
// Ctrl+C reaches the whole process group; the parent ends this process when it has finished.
process.on('SIGINT', () => undefined);

process.once('message', async (options) => {
  const message: ChildMessage = await startInsightsApi(options as InsightsApiOptions).then(
    ({ url }) => ({ url }),
    (error: Error) => ({ error: error.message })
  );
  process.send?.(message, () => 'error' in message && process.exit(1));
});
