import type { Implementation } from '../../declarations/define';

/**
 * Members of a describe result, with a property for each method without parameters: `describe.label` is what
 * `describe.getLabel()` gives, and `describe.custom` what `describe.isCustom()` does.
 * The documentation lists the methods alone; public packages whose tests pass on the platform read the properties.
 */
export function withProperties(members: Readonly<Record<string, Implementation>>): Record<string, Implementation> {
  const properties = Object.entries(members).flatMap(([signature, read]) => {
    const [, type, name] = /^([\w.<>, ]+) (?:get|is)([A-Z]\w*)\(\)$/.exec(signature) ?? [];
    return name ? [[`get ${type} ${name.charAt(0).toLowerCase()}${name.slice(1)}`, read] as const] : [];
  });
  return { ...Object.fromEntries(properties), ...members };
}
