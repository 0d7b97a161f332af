import type { SyncOptions } from './arguments/command';

/** The environment the command uses; the stand-in serves both that every account has. */
export const ENVIRONMENT = 'Production';

/** The integration as `IntegrationController.save` takes it: what the wizard would send. */
export function integrationInput(options: SyncOptions, report: { id: string; name: string }): object {
  const blankPolicy = options.blank === 'clear' ? 'Clear' : 'Keep';
  return {
    name: report.name,
    environmentName: ENVIRONMENT,
    sourceKind: options.source === 'api' ? 'Api' : 'Csv',
    reportId: report.id,
    reportName: report.name,
    objectApiName: options.object,
    keyColumn: options.key.column,
    keyField: options.key.field,
    onAmbiguous: options.ambiguous === 'all' ? 'All' : 'None',
    mappings: options.map.map(({ column, field }) => ({ column, field, blankPolicy, truncate: options.truncate }))
  };
}
